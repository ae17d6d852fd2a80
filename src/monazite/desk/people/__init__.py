"""Who works here: organisations, people, roles, signing in."""
