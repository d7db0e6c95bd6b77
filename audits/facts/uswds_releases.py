"""Which generations of the US Web Design System there are, as of August 2026.

Source: the releases of github.com/uswds/uswds; 3.13.0 of 2025-05-23 is the newest that was read.
"""

AS_OF = "2026-08"
CURRENT = 3
# Generation: (first release, when the next one took its place).
GENERATIONS = {"1": ("2017-02", "2019-04"), "2": ("2019-04", "2022-04"), "3": ("2022-04", "")}
