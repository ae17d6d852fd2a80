"""Licences as accounts, and clocks on a dated calendar: pure values and arithmetic."""
