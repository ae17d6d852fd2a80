"""Migrations of `duties`."""
