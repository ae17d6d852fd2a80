"""What the page of a filed application shows."""
