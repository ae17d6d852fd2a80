"""History matching: which parameters agree with the months of 2025, and with nothing else."""
