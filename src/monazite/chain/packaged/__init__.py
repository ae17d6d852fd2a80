"""What Monazite carries of supply chains: production, routes, uses, owners, gaps, by year."""
