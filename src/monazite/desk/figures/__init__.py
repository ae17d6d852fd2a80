"""Figures about casework: a few statements for a whole office, then pure arithmetic."""
