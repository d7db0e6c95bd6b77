"""Electronic signatures: Pub. L. 115-336, sec. 5; OMB M-23-22, III.B.3."""
