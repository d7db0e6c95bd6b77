"""Shared services, standards and reporting: Pub. L. 115-336, sec. 3(b)-(d), 6(5)-(6), 7."""
