"""Parts that a genre asks for."""
