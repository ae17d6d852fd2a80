"""What nobody knows exactly, as distributions with sources: one dated file, read and hashed."""
