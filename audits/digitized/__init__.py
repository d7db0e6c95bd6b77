"""Digitized forms and services: Pub. L. 115-336, sec. 4; OMB M-23-22, III.B.1-2."""
