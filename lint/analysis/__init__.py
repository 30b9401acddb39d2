"""What can be said of a document."""
