"""Markdown on markdown-it, every character with its place in the source."""
