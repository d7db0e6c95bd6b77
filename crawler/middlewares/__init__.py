"""Manners: robots.txt, delays and limits per address."""
