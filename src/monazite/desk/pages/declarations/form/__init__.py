"""The form of a declaration: one page, its items as rows, and what would stop it beside them."""
