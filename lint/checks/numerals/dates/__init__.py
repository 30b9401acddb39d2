"""Dates, hours and ranges by themselves."""
