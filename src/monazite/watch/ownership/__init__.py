"""Who is owned by listed parties, by rules with dates: a cascade, not a product of shares."""
