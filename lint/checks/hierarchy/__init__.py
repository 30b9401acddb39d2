"""Levels and the headings on them."""
