"""Many draws of one scenario at once: compiled, with the draw as the innermost index."""
