"""Faults put into an audit while it runs: `python -m tests.faults` is the long round."""
