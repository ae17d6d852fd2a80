"""The page of a case for officials: what is asked, where it is, and what they can do about it."""
