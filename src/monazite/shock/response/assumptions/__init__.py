"""Costs and lead times of policies: one dated file, each number with its source."""
