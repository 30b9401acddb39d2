"""Dates, times, years and repeated text."""
