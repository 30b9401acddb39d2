"""How many there are: what a text states, and what it goes through."""
