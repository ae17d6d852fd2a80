"""What really happened, and how far a run comes to it: cases, marks, errors."""
