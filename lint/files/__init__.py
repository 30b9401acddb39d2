"""Files found, read and written."""
