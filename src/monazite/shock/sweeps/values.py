"""Values of variations as numbers, for axes: the texts are what a scenario's file would say."""

from __future__ import annotations

from math import isfinite

_PERCENT = "%"


def number(text: str) -> float | None:
    """A number, of a percentage the part of 1; None where it is neither."""
    words = text.strip()
    try:
        found = float(words.removesuffix(_PERCENT)) / (100.0 if words.endswith(_PERCENT) else 1.0)
    except ValueError:
        return None
    return found if isfinite(found) else None
