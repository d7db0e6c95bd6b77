"""One sense each: they say what was seen, never whether it was good."""
