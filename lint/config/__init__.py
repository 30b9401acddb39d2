"""Settings, found and read strictly."""
