"""A made-up world to look at: fictitious firms, offices and files."""
