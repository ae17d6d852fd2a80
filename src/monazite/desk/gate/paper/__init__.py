"""The two notices of a challenge on paper."""
