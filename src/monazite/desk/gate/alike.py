"""Keys by which parcels that belong together are found, however their papers are spelled."""

from __future__ import annotations

import hashlib
import unicodedata
from functools import lru_cache

_SIZE = 32


@lru_cache(maxsize=1024)
def key(*words: str | None) -> str:
    """Of letters and figures alone, case and width aside; "" of nothing."""
    text = unicodedata.normalize("NFKC", " ".join(word or "" for word in words)).casefold()
    kept = "".join(letter for letter in text if letter.isalnum())
    return hashlib.sha256(kept.encode(errors="surrogatepass")).hexdigest()[:_SIZE] if kept else ""
