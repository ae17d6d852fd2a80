"""A stored score as an officer reads it; a declarant is told of none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say

if TYPE_CHECKING:
    from monazite.desk.gate.models import Score

_CAVEATS = ("law", "importance")
"""Of the texts `watch.targeting.caveat.…` those that belong beside one score."""


@dataclass(frozen=True, slots=True)
class ItemRisk:
    """An item's share (exact text, "0.4321") and what moved it, in words."""

    number: int
    risk: str
    reasons: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A score in one language; caveats: what must stand beside it."""

    model: str
    at: datetime
    risk: int
    held: bool
    items: tuple[ItemRisk, ...]
    caveats: tuple[str, ...]


def newest(scores: Iterable[Score], lang: str) -> Shown | None:
    """The newest of a declaration's scores; None where nobody scored it."""
    last = max(scores, key=lambda score: score.number, default=None)
    return None if last is None else _shown(last, lang)


def _shown(score: Score, lang: str) -> Shown:
    return Shown(
        model=score.model,
        at=score.at,
        risk=score.risk,
        held=score.held,
        items=tuple(
            ItemRisk(int(number), one["risk"], one["reasons"][lang])
            for number, one in sorted(score.by_item.items(), key=lambda each: int(each[0]))
        ),
        caveats=tuple(say(f"watch.targeting.caveat.{name}", lang) for name in _CAVEATS),
    )
