"""The subcommands, one a file; each module's ``command`` is what click runs."""
