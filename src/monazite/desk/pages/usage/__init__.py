"""Pages of usage maps: one's own in full, and everybody's sums."""
