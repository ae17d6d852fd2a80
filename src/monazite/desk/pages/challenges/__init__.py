"""Challenges: what customs asks, what the declarant answers, what is found and judged."""
