"""What people and programs do at the gate: one function, one transaction."""
