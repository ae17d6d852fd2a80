"""Licences: as their holder and the offices see them, as anybody may verify them."""
