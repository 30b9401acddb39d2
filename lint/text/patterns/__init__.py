"""Patterns: what they are composed of, what a text must hold for them, and how they are run."""
