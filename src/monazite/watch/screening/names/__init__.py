"""One name seen in several ways: cleaned, in Latin letters, read aloud, in business terms."""
