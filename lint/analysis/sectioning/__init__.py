"""The sections of a part, and the roles that they play."""
