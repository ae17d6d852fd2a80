"""Uploaded files: received, recognised by content, scanned, stored by hash, handed out safely."""
