"""Telling: verdicts counted, compared and written for people to read."""
