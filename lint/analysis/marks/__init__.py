"""Marks that come in pairs."""
