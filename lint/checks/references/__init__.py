"""Annexes, contents, captions, notes and citations."""
