"""What a run brought: months, halts, prices, losses; as values, JSON, tables and arrays."""
