"""Where offices work: the Django site with its pages, its HTTP API and its database."""
