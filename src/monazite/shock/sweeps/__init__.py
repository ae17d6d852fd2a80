"""Many scenarios, chunk by chunk: files that survive a stop, in process or on a cluster."""
