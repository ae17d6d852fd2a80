"""A backup: everything of a site in one file that either engine can be made from again."""
