"""The table of contents, held against the headings of the text."""
