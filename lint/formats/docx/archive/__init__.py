"""The archive that a .docx is, opened with care."""
