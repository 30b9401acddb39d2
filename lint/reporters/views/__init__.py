"""What other commands print: the tree of a draft, its correspondence, rules and genres as manuals."""
