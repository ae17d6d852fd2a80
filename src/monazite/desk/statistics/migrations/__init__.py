"""Migrations of `statistics`."""
