"""An office's queue: what lies there, in which order, found by what, and carried out of it."""
