"""The customs gate as rules: a declaration and what is known of it go in, findings come out."""
