"""Who signs a text (署名, 签发人)."""
