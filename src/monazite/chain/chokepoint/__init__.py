"""Single points in a supply chain: what a user loses when one country is taken out."""
