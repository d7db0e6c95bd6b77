"""Customer experience: Pub. L. 115-336, sec. 6; OMB Circular A-11, sec. 280."""
