"""What is done for every pair of names, as machine code."""
