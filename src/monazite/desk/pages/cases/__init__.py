"""A case as officials work on it, and as its applicant takes part in it."""
