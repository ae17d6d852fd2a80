"""Tips, and what somebody of the offices should look into."""
