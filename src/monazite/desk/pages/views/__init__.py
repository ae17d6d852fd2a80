"""Pages, one concern a file."""
