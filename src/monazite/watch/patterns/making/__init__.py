"""Made-up records with what was planted in them, so that a rule can be measured; seeded."""
