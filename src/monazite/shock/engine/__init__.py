"""The weekly step: a plain one that is easy to check, and a compiled one for many draws."""
