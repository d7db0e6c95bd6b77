"""What follows from what is stored, computed once a page object."""
