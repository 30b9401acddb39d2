"""Text itself: spans, numerals, patterns, widths."""
