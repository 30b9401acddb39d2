"""The elements of an official document: who sends it, whom it goes to, its number and kind."""
