"""Pairs that somebody looked at and set aside until a day, with the evidence for it."""
