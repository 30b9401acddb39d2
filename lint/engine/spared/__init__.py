"""Findings that a comment in the draft or a baseline spares."""
