"""A page for the people who draft, and an interface for their macros; needs the extra ``web``."""
