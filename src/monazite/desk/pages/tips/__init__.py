"""Public pages on which anybody tells of a violation, and goes on with a receipt code."""
