"""Rules, genres and lexicons, loaded strictly from YAML."""
