"""The month's statistics from what really left: sums, what must be hidden, and differences."""
