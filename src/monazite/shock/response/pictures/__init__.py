"""Pictures of a plan: by year, its worth at the margin, regret."""
