"""Migrations of `offline`."""
