"""What a draft announces against what it holds."""
