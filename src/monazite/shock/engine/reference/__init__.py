"""One scenario in plain NumPy and float64: slow, and easy to check against the equations."""
