"""What a plan must keep: budget, shares, service, the worst futures."""
