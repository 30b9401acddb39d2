"""Title, recipients, number, date and closing of a document."""
