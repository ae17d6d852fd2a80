"""Material on its way from the mine to the border: what it contains, what explains it."""
