"""Who stands on whom: shares of a use by origin, direct and through every stage upstream."""
