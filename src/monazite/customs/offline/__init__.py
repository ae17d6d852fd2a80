"""A post that has lost its line: what it carries, what it lets go, and how that comes home.

What a post may let go is set aside in the ledger before it leaves with it (its allotment): no other
post and no gate can use the same, whatever becomes of the file.
"""
