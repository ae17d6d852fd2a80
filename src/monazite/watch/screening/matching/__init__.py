"""Whether two names are one party: features, a score, evidence, thresholds from clean parties."""
