"""What a solution says: the plan, its worth at the margin, what binds, regret."""
