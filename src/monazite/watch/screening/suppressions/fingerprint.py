"""What makes one asked party the same as another: everything that was asked but its class."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from monazite.watch.screening.party import Asked


def fingerprint(asked: Asked) -> str:
    """SHA-256 of names, countries, dates and numbers, without case, width, blanks and order.

    A party of which more is known than before is another: what more is known may be the evidence.
    """
    told = [
        _folded(asked.names),
        _folded(asked.countries),
        _folded(asked.dates),
        _folded(f"{one.kind}={one.value}={one.country}" for one in asked.identifiers),
    ]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def _folded(texts: Iterable[str]) -> list[str]:
    folded = (unicodedata.normalize("NFKC", text).casefold() for text in texts)
    return sorted({" ".join(text.split()) for text in folded})
