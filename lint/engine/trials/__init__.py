"""Rules, genres and lexicons tried on their own examples."""
