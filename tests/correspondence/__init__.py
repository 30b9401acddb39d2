"""Labelled drafts of many genres, composed of parts of our own, and what the linter makes of them."""
