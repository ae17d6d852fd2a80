"""Who uses what for what, as licences and declarations say, beside the statistical network."""
