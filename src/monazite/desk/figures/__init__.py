"""Figures about casework: what was asked, granted and waited for, each named for what it is."""
