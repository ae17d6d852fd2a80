"""What else than names speaks for or against a match, as log-odds; never a filter.

The weights are Monazite's own estimates: a number that is one party's decides nearly alone, a
whole day of birth says much, a country little, as people move and lists err.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.watch.screening.names.identifiers import checked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from monazite.watch.screening.entity import Entity, Identifier
    from monazite.watch.screening.party import Asked

SAME_NUMBER, OTHER_NUMBER = 6.0, -1.5
SAME_COUNTRY, OTHER_COUNTRY = 0.5, -0.5
SAME_DAY, SAME_MONTH, SAME_YEAR, TURNED_DAY = 2.5, 1.5, 1.0, 1.5
NEXT_YEAR, OTHER_DAY, OTHER_YEAR = -0.2, -0.8, -2.0
_WHOLE = 3
"""Parts of a whole day."""
_ALONE = frozenset(("uscc", "lei", "imo", "duns", "cn-id"))
"""Numbers of which a party has one, so that two differ only for two parties."""


def evidence(asked: Asked, entity: Entity) -> tuple[tuple[str, float], ...]:
    """What both sides say, as (`identifier`, +6.0); nothing where either is silent."""
    if not (asked.identifiers or asked.dates or asked.countries):
        return ()
    found = (
        ("identifier", of_identifiers(asked.identifiers, entity.identifiers)),
        ("date", of_dates(asked.dates, entity.dates)),
        ("country", of_countries(asked.countries, entity.countries)),
    )
    return tuple((name, value) for name, value in found if value is not None)


def of_identifiers(left: Iterable[Identifier], right: Iterable[Identifier]) -> float | None:
    """For numbers of the same kind: the same, or another where a party has only one."""
    mine, theirs = _normal(left), _normal(right)
    if mine & theirs:
        return SAME_NUMBER
    kinds = {kind for kind, _ in mine} & {kind for kind, _ in theirs} & _ALONE
    return OTHER_NUMBER if kinds else None


def of_dates(left: Iterable[str], right: Iterable[str]) -> float | None:
    """The best of all pairs of partial days, as far as both are known."""
    pairs = [of_date(one, other) for one in left for other in right]
    return max(pairs, default=None)


def of_date(left: str, right: str) -> float:
    """Two partial ISO days; month and day that changed places nearly agree."""
    one, other = left.split("-"), right.split("-")
    if one[0] != other[0]:
        return NEXT_YEAR if abs(int(one[0]) - int(other[0])) == 1 else OTHER_YEAR
    shared = min(len(one), len(other))
    if one[:shared] == other[:shared]:
        return (SAME_YEAR, SAME_MONTH, SAME_DAY)[shared - 1]
    return TURNED_DAY if shared == _WHOLE and one[1:] == other[:0:-1] else OTHER_DAY


def of_countries(left: Iterable[str], right: Iterable[str]) -> float | None:
    """Whether any country is on both sides."""
    mine, theirs = set(left), set(right)
    if not mine or not theirs:
        return None
    return SAME_COUNTRY if mine & theirs else OTHER_COUNTRY


def _normal(numbers: Iterable[Identifier]) -> set[tuple[str, str]]:
    told = ((one.kind, checked(one.kind, one.value).value) for one in numbers)
    return {(kind, value) for kind, value in told if value}
