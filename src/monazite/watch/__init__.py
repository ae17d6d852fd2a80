"""Who and what looks wrong: screening of parties, targeting of declarations, patterns, leads."""
