"""Seeing: the network, the browser and the clock. What was seen is written down, never judged."""
