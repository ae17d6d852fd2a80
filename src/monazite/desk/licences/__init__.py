"""Licences: what may move, in what state, and what was moved under them."""
