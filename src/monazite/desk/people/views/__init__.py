"""Pages of signing in, and of the people of an organisation."""
