"""The years that a draft speaks of."""
