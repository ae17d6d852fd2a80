"""Parties to be asked about, from the tables that people keep them in."""
