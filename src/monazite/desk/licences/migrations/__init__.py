"""The tables of licences, step by step."""
