"""Migrations of `gate`."""
