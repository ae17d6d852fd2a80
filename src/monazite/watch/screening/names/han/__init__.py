"""Names in Chinese characters: simplified, read aloud, cut into words."""
