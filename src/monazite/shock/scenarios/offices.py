"""Who handles a file, and how: the friction that holds on a route on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.shock.scenarios.vocabulary import meant

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from monazite.shock.model.model import Good
    from monazite.shock.scenarios.schema import Friction, Special

STATUTORY_WEEKS = 9.0
"""45 working days (Regulations on dual-use items, article 17)."""
STATUTORY = -1
"""The office where a scenario says nothing of a measure."""


class Part(NamedTuple):
    """A part of a good that the same measures hold, of which each file needs leave under them."""

    measures: frozenset[str]
    share: float


class Parts(NamedTuple):
    """What of a good on a route needs a licence.

    law: parts that share no file; over: parts of the whole good, whichever of it the law holds.
    """

    law: tuple[Part, ...] = ()
    over: tuple[Part, ...] = ()


class Handled(NamedTuple):
    """entry: the friction of whoever handles most, or `STATUTORY`; granted, general: of the files.

    sure: 1 where frictions state the share granted of all uses, 0 where nobody does; others: every
    entry that has a say in what is granted; unsaid: measures that no entry speaks of.
    """

    entry: int
    granted: float
    sure: float
    general: float
    others: frozenset[int] = frozenset()
    unsaid: frozenset[str] = frozenset()


class _Layer(NamedTuple):
    """A part of a good, and how its files are handled."""

    share: float
    by: Handled


def handled(
    friction: Sequence[Friction],
    parts: Parts,
    good: Good,
    country: str,
    uses: Mapping[str, float],
    day: date,
) -> Handled:
    """How files for a good to a country (ISO3) are handled; uses: what it is used for there.

    Each part is handled by its own entry. A row has one office, that of the largest part, and of
    parts alike the slowest that anything is said of. A file that several parts hold is granted as
    often as by the strictest of them.
    """

    def layer(one: Part) -> _Layer:
        return _Layer(one.share, _entry(friction, one.measures, good, country, uses, day))

    law, over = ([layer(one) for one in some if one.share] for some in parts)
    if not law and not over:
        return Handled(STATUTORY, 1.0, 0.0, 0.0)
    first = max(law + over, key=lambda one: _weight(one, friction)).by
    granted, sure = _together([*_mean(law), *over])
    said = [one.by for one in law + over]
    return Handled(
        first.entry,
        granted,
        sure,
        first.general,
        frozenset(one.entry for one in said),
        frozenset().union(*(one.unsaid for one in said)),
    )


def _weight(one: _Layer, friction: Sequence[Friction]) -> tuple[float, bool, float]:
    entry = one.by.entry
    said = entry != STATUTORY
    return one.share, said, review(friction[entry] if said else None)


def _mean(law: Sequence[_Layer]) -> list[_Layer]:
    """Parts that share no file as one of all of them."""
    share = sum(one.share for one in law)
    if not share:
        return []
    granted = sum(one.share * one.by.granted for one in law) / share
    sure = sum(one.share * one.by.sure for one in law) / share
    return [_Layer(share, Handled(STATUTORY, granted, sure, 0.0))]


def _together(layers: Sequence[_Layer]) -> tuple[float, float]:
    """What is granted, and how surely, of parts each of which lies within all larger ones."""
    ordered = sorted(layers, key=lambda one: -one.share)
    below = [*(one.share for one in ordered[1:]), 0.0]
    strictest, granted, sure = ordered[0].by, 0.0, 0.0
    for one, less in zip(ordered, below, strict=True):
        strictest = min(strictest, one.by, key=lambda by: (by.granted, by.sure))
        granted += (one.share - less) * strictest.granted
        sure += (one.share - less) * strictest.sure
    return granted / ordered[0].share, sure / ordered[0].share


def _entry(
    friction: Sequence[Friction],
    measures: frozenset[str],
    good: Good,
    country: str,
    uses: Mapping[str, float],
    day: date,
) -> Handled:
    """The last entry of any of the measures that fits."""
    for number in reversed(range(len(friction))):
        entry = friction[number]
        if measures.intersection(entry.measures) and entry.reaches(country, day):
            if not meant(entry.goods, good):
                continue
            return Handled(
                number,
                _granted(entry, good, country, uses),
                float(_sure(entry, good, country)),
                _general(entry, good, country),
            )
    return Handled(STATUTORY, 1.0, 0.0, 0.0, unsaid=measures)


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
    return meant(one.goods, good) and (not one.destinations or country in one.destinations)
