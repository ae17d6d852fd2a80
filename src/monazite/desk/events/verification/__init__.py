"""Proof that the record is whole: chains, rows, checkpoints and their copies."""
