"""Patterns over many records: consistent with diversion, each with what else explains it."""
