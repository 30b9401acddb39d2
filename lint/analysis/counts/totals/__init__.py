"""Totals and the parts that a text tells with them."""
