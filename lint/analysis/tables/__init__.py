"""Tables as texts tell them: their figures, their rows, and what is said of both."""
