"""Problems against their causes and measures."""
