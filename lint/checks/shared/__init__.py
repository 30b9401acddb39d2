"""What several check kinds are made of."""
