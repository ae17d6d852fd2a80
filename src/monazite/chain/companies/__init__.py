"""What a company buys in a year, and on whom that stands."""
