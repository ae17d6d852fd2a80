"""What the worker watches: every party of applications and declarations, against the lists."""
