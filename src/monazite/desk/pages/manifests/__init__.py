"""Manifests: many declarations handed in at once, and the answer to each."""
