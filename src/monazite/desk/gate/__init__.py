"""The customs gate: declarations, what was found in them, challenges, and what left."""
