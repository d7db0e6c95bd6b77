"""Judgement: pure functions from what was seen to what can be said of it."""
