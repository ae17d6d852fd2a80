"""A sweep's folder: what was asked, and a file for each chunk that is done."""
