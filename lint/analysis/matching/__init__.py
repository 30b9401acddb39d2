"""Which problems, causes and measures belong together."""
