"""What lists say of the parties that are named before the desk: kept by party, read by who asks."""
