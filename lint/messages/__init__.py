"""Every word that a person sees, in Chinese and in English."""
