"""How like the rare earths of a sample are those of the ores of a claimed origin.

Likeness = 1 - half the sum of absolute differences of shares (the overlap of two distributions)
over the elements that both state, the best ore of the country; Ce and La are left out, because
processing takes them out first. It says how like, not where from: separation, blending and
recycling change a pattern, and the ores of a country differ. Shares of ores: facts `deposits`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from monazite.facts.rows import table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

_LEAST_ELEMENTS = 5
"""Of fewer elements no pattern is told: a separated oxide has none."""
_TAKEN_OUT = frozenset({"La", "Ce"})


class Likeness(NamedTuple):
    """The overlap (0 to 1) with the ore of the origin that is most like it, and its confidence."""

    share: float
    ore: str
    confidence: str


def likeness(found: Mapping[str, Decimal], origin: str) -> Likeness | None:
    """How like; None without a claimed origin, a pattern, or an ore that is known."""
    ores = _ores().get(origin.upper(), {})
    every = [
        Likeness(share, ore, confidence)
        for ore, (shares, confidence) in ores.items()
        if (share := _overlap(found, shares)) is not None
    ]
    return max(every, default=None)


def _overlap(found: Mapping[str, Decimal], ore: Mapping[str, float]) -> float | None:
    both = sorted(found.keys() & ore.keys() - _TAKEN_OUT)
    here = [float(found[each]) for each in both]
    there = [ore[each] for each in both]
    if len(both) < _LEAST_ELEMENTS or not sum(here) or not sum(there):
        return None
    apart = sum(
        abs(one / sum(here) - other / sum(there)) for one, other in zip(here, there, strict=True)
    )
    return 1 - apart / 2


@lru_cache(maxsize=1)
def _ores() -> Mapping[str, Mapping[str, tuple[Mapping[str, float], str]]]:
    """By country and ore: the share of each element, and the confidence of the table.

    An element of which the table says `trace` or nothing has no share, not none of it.
    """
    held: dict[str, dict[str, tuple[dict[str, float], str]]] = {}
    for row in table("deposits"):
        ores = held.setdefault(row.fields["country"], {})
        shares, _ = ores.setdefault(row.fields["deposit"], ({}, row.confidence))
        stated = row.fields["share_of_reo_pct"]
        if stated.replace(".", "").isdecimal():
            shares[row.fields["element"]] = float(stated)
    return held
