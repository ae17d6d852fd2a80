"""What people do: one function is one transaction, with its event."""
