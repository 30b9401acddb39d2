"""The table of contents against the headings."""
