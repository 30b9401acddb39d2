"""Numbers of documents (发文字号), a draft's own and those that it cites."""
