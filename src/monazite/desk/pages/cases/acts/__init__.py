"""What officials do about a case: each act a form of the page and one call of a service."""
