"""Migrations of `screening`."""
