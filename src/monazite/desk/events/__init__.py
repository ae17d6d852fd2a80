"""What happened: one hash chain for each aggregate, sealed by signed checkpoints."""
