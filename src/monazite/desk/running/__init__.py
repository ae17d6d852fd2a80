"""The site as a thing that runs: made, served, worked, verified, backed up and restored."""
