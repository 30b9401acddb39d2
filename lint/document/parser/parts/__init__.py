"""Where the parts of a draft begin and end, and what stands at their edges."""
