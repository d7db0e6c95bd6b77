"""Documents: read in a process of their own, within bounds."""
