"""Markers by themselves: their numerals, brackets and marks."""
