"""Migrations of `leads`."""
