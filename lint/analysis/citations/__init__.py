"""What a text cites by number: its articles, parts, annexes, figures and tables."""
