"""Plain text: lines rejoined, tables set aside."""
