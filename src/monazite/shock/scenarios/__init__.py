"""Scenarios: patches over law and trade, read from YAML and turned into a schedule by week."""
