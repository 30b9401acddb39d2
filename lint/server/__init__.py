"""The language server: what editors ask of a draft, answered from the text that they hold."""
