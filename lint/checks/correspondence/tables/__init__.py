"""Tables against themselves and against the text."""
