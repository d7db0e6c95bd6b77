"""Required links, privacy and developer pages: OMB M-23-22, III.A.9."""
