"""Where an application is on its way, as points on a line."""

from __future__ import annotations

from dataclasses import dataclass

from monazite.catalogue.texts import say
from monazite.desk.applications.standing import state_words

STAGES = ("draft", "submitted", "accepted", "in_review", "decided")
"""The points of the way; every state stands at one of them."""
_AT = {
    "draft": 0, "submitted": 1, "intake": 1, "returned_for_correction": 1, "accepted": 2,
    "in_review": 3, "awaiting_applicant": 3, "referred_up": 3, "deciding": 3, "reopened": 3,
    "under_reconsideration": 3, "decided": 4, "closed": 4,
}  # fmt: skip
_ENDED = frozenset({"withdrawn", "superseded", "discarded"})
_WIDTH, _MARGIN = 600, 50


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the way; kind: done, now, ahead or ended."""

    x: int
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Track:
    """The points, how far the way is gone, and what it says in words."""

    points: tuple[Point, ...]
    width: int
    start: int
    end: int
    reached: int
    words: str
    ended: bool


def track(
    state: str,
    lang: str,
    *,
    filed: bool = True,
    yours: bool = False,
    width: int = _WIDTH,
    margin: int = _MARGIN,
) -> Track:
    """The track of a state; an ended one stays at the point it came to (filed or not).

    yours: whether the applicant reads it.
    """
    at = _AT.get(state, 1 if filed else 0)
    gap = (width - 2 * margin) / (len(STAGES) - 1)
    places = [round(margin + gap * n) for n in range(len(STAGES))]
    words = state_words(state, lang, yours=yours)
    points = tuple(
        Point(x, _kind(n, at, state), words if n == at else say(f"licensing.state.{stage}", lang))
        for n, (x, stage) in enumerate(zip(places, STAGES, strict=True))
    )
    return Track(points, width, places[0], places[-1], places[at], words, state in _ENDED)


def _kind(n: int, at: int, state: str) -> str:
    if n == at:
        return "ended" if state in _ENDED else "now"
    return "done" if n < at else "ahead"
