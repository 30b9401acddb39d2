"""Numbers that announce what follows, and what follows them."""
