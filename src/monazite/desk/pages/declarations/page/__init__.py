"""The page of one declaration: what was declared, found and done, and what can be done."""
