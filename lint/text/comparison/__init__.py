"""How far two texts are the same."""
