"""Entries of a scenario that move nothing in a model: which, and why."""
