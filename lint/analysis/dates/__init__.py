"""Dates: those of the calendar, those of signature and printing, and ranges from one to another."""
