"""The world of a plan: countries grouped, futures out of scenarios, options out of tables."""
