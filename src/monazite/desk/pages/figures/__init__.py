"""Figures about casework as pages."""
