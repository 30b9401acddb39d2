"""Markers and the frozen tree of a draft."""
