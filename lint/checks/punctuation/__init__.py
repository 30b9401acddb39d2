"""Marks, their pairs and widths."""
