"""Annexes: those cited, those listed and those that follow."""
