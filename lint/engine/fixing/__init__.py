"""Fixes: made, verified and written back."""
