"""The static mode: elasticities and input-output bounds, a year, without stocks or queues."""
