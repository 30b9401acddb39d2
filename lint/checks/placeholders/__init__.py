"""What nobody has filled in."""
