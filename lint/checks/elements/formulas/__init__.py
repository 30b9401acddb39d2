"""The formulas that open and close a text."""
