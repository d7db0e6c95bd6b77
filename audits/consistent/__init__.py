"""Consistent appearance: Pub. L. 115-336, sec. 3(a)(2), 3(e)."""
