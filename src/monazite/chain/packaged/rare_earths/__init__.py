"""Rare earths and their magnets: from what sources say to networks, all elements side by side."""
