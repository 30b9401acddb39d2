"""The command line, which click parses."""
