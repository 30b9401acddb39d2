"""Totals, changes and rates against the figures beside them."""
