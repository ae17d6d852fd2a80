"""Columns and rows of the supply chain: flows, makers, users, stocks, licences."""
