"""Applications: drafts, papers, filing, amendments."""
