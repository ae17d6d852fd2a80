"""Migrations of `batches`."""
