"""Manifests: many declarations in one file or message, each with the rows that it came from."""
