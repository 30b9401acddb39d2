"""Parts that a text promises against those that it has."""
