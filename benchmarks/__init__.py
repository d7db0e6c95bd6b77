"""Measured claims: see README.md here."""
