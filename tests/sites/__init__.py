"""Three fictional agencies and their websites, to be audited on loopback."""
