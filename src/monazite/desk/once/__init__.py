"""A request that comes twice is done once: `once.services.once`."""
