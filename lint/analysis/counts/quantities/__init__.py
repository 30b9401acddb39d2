"""Quantities with their units, their changes and the intervals between them."""
