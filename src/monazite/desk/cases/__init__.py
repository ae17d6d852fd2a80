"""Casework: the file about an application, from its arrival to a decision that two have signed."""
