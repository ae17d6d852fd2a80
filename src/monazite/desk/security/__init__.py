"""What every answer of the site carries and what no request may do."""
