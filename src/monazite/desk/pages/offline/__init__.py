"""Pages of a customs office whose posts lose their line: what they take along and bring home."""
