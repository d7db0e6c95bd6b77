"""The page pool, and what happens inside one load."""
