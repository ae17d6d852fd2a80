"""Who handles a file, and how: the friction that holds on a route on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from monazite.shock.model.model import Good
    from monazite.shock.scenarios.schema import Friction, Special

STATUTORY_WEEKS = 9.0
"""45 working days (Regulations on dual-use items, article 17)."""
STATUTORY = -1
"""The office where a scenario says nothing of a measure."""


class Handled(NamedTuple):
    """entry: which friction, or `STATUTORY`; granted, general: parts of what is filed.

    sure: 1 where the friction states the share granted of all uses, 0 where nobody does.
    """

    entry: int
    granted: float
    sure: float
    general: float


def handled(
    friction: Sequence[Friction],
    measures: frozenset[str],
    good: Good,
    country: str,
    uses: Mapping[str, float],
    day: date,
) -> Handled:
    """How a file for a good to a country (ISO3) is handled; uses: what it is used for there."""
    for number in reversed(range(len(friction))):
        entry = friction[number]
        if measures.intersection(entry.measures) and entry.reaches(country, day):
            if entry.goods and not any(one.takes(*good) for one in entry.goods):
                continue
            return Handled(
                number,
                _granted(entry, good, country, uses),
                float(_sure(entry, good, country)),
                _general(entry, good, country),
            )
    return Handled(STATUTORY, 1.0, 0.0, 0.0)


def review(entry: Friction | None) -> float:
    """Mean weeks of a file."""
    told = entry.review_weeks if entry else None
    return STATUTORY_WEEKS if told is None else told


def _granted(entry: Friction, good: Good, country: str, uses: Mapping[str, float]) -> float:
    """The share granted: of some uses their own, of the rest the general one."""
    found = 1.0 if entry.granted is None else entry.granted
    for one in entry.by:
        if one.granted is not None and fits(one, good, country):
            part = sum(uses.get(use, 0.0) for use in one.uses) if one.uses else 1.0
            found += part * (one.granted - found)
    return found


def granted_to(entry: Friction, good: Good, country: str, use: str) -> float:
    """The share granted of files for one use."""
    return _granted(entry, good, country, {use: 1.0})


def _sure(entry: Friction, good: Good, country: str) -> bool:
    """Whether the share granted is stated, for all uses or at least for the route."""
    routed = (one for one in entry.by if not one.uses and fits(one, good, country))
    return entry.granted is not None or any(one.granted is not None for one in routed)


def _general(entry: Friction, good: Good, country: str) -> float:
    found = entry.general_share
    for one in entry.by:
        if one.general_share is not None and not one.uses and fits(one, good, country):
            found = one.general_share
    return found


def fits(one: Special, good: Good, country: str) -> bool:
    """Whether what is said for some is said for a good and a destination."""
    meant = not one.goods or any(choice.takes(*good) for choice in one.goods)
    return meant and (not one.destinations or country in one.destinations)
