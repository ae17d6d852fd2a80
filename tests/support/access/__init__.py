"""The access matrix: a small world, its cells, the page that prints it, and calls that show it."""
