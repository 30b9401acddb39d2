"""Announced numbers against what follows them."""
