"""One draft against one rulebook, and many drafts on many processes."""
