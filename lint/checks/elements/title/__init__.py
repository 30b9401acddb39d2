"""The title of a text, and what is named after it."""
