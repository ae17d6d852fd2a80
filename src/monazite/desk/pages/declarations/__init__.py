"""Declarations at the gate: the declarant's form and answers, the officer's queue and acts."""
