"""How like two texts or two parties are."""
