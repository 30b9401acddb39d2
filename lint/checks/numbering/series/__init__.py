"""Markers in their series: order, start, length and family."""
