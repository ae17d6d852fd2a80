"""What to do about a shock: the best mix of policies for a budget, and how it fares."""
