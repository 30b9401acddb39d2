"""Tools of the project itself, run from a checkout."""
