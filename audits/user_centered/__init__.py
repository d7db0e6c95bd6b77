"""Designed around user needs: Pub. L. 115-336, sec. 3(a)(6)."""
