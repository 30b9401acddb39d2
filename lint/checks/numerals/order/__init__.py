"""What has to come before what: done, signed, considered, in force."""
