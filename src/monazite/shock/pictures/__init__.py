"""Pictures of shocks: months ahead, a calendar of halts, prices, losses, and what was observed."""
