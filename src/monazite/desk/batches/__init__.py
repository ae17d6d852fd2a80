"""Batches of material from mine to export, under quota, and what the books cannot explain."""
