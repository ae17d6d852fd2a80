"""The month's statistics from what really left, as vintages."""
