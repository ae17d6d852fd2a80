"""Pictures of leverage: what levers cost, when they bite, what a pause and a package are worth."""
