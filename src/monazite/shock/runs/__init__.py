"""Many draws of one scenario: drawing, simulating, quantiles, and what they depend on."""
