"""Markers, their numbers and their series."""
