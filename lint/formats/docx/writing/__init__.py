"""Fixes and comments written into a .docx, everything else as it was."""
