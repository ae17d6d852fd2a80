"""Readers of publishers' files: each gives entities, or says what is wrong with the file."""
