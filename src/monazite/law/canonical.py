"""Values that the law cannot tell apart, folded into one: a million situations are few rulings.

Every fold keeps the ruling: a day moves to the first day of the span in which nothing of the law
changes, a mass fraction to one on the same side of every threshold, a country to one that every
text treats alike. A test compares tables with single rulings.
"""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from monazite.catalogue import codes
from monazite.errors import InputError
from monazite.law.cells import Numeric
from monazite.law.composition import NON_METALS, RARE_EARTHS, alike
from monazite.law.model import ONE_DAY
from monazite.law.movement import END_USES, UNSTATED
from monazite.law.parameters import Parameter, comparisons
from monazite.law.parties import listings_of
from monazite.law.statement import READERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from monazite.law.law import Law

_UNTESTED = "He"
_NOBODY = "a party on no list"
_SOME_USE = "a use in words of its own"
# Facts of a movement that the law compares with one country.
_COMPARED = ("origin", "made_in", "technology_origin")


class Folds:
    """The folds of one law, by field name."""

    def __init__(self, law: Law) -> None:
        self._law = law
        self._seen: dict[tuple[str, Any], Any] = {}

    def fold(self, field: str, value: Any) -> Any:  # noqa: ANN401 - a value of its field
        """The representative of a value of a field."""
        folds: dict[str, Callable[[Any], Any]] = {
            "contains": self._contains,
            "without": self._without,
            "param": self._parameters,
            "hs": self._code,
            "content_share": self._shares,
            "owned_by_listed": lambda share: Decimal(1) if share * 100 >= 50 else Decimal(0),  # noqa: PLR2004
            "on": lambda day: _span(self._days, day),
            "known": lambda day: _span(self._published, day),
            "end_user": self._end_user,
            "end_use": lambda use: use if use in END_USES or use == UNSTATED else _SOME_USE,
            "exporter": lambda _: None,
            "from": self._country,
            "to": self._country,
            "via": lambda via: tuple(dict.fromkeys(self._country(c) for c in via)),
            **dict.fromkeys(_COMPARED, self._compared),
        }
        return folds[field](value) if field in folds else value

    def _first(self, kind: str, signature: Any, value: Any) -> Any:  # noqa: ANN401
        return self._seen.setdefault((kind, signature), value)

    # ---- the item

    @cached_property
    def _tested(self) -> frozenset[str]:
        items = [a.item for a in self._law.atoms if a.item]
        named = {s for i in items for s in (*i.requires_all, *i.requires_any, *i.excludes)}
        kinds = (*RARE_EARTHS, *NON_METALS)
        return frozenset({*named, *kinds, *(m for i in items for m in i.materials)})

    @cached_property
    def _limits(self) -> dict[str, dict[str | None, list[Decimal]]]:
        """Per element or parameter, by unit, the thresholds of all entries."""
        found: dict[str, dict[str | None, set[Decimal]]] = {}
        trees = (a.item.parameters for a in self._law.atoms if a.item)
        for leaf in (leaf for tree in trees for leaf in comparisons(tree)):
            name = leaf["element"] if leaf["name"] == "mass_fraction" else leaf["name"]
            values = leaf["value"] if isinstance(leaf["value"], list) else [leaf["value"]]
            for value in values:
                if isinstance(value, int | float) and not isinstance(value, bool):
                    units = found.setdefault(name, {})
                    units.setdefault(leaf.get("unit"), set()).add(Decimal(str(value)))
        return {
            name: {unit: sorted(limits) for unit, limits in units.items()}
            for name, units in found.items()
        }

    @cached_property
    def numeric(self) -> Mapping[str, Numeric]:
        """The fields whose numbers need not all be read: only the thresholds tell them apart."""
        return {
            "contains": Numeric("[,;]", self._fraction_marks, parts=True),
            "param": Numeric(";", self._parameter_marks, parts=False),
        }

    def _fraction_marks(self, word: str, number: Decimal) -> list[Decimal] | None:
        try:
            stated, _ = READERS["contains"](word)
        except InputError:
            return None
        if not stated or any(fraction != number for _, fraction in stated):
            return None
        return [
            limit for symbol, _ in stated for limit in self._limits.get(symbol, {}).get(None, ())
        ]

    def _parameter_marks(self, word: str, number: Decimal) -> list[Decimal] | None:
        try:
            ((name, given),) = READERS["param"](word)
        except InputError:
            return None
        return self._limits_in(name, given) if given.numbers == (number,) else None

    def _contains(self, value: Any) -> Any:  # noqa: ANN401
        stated, groups = value
        if stated is None:
            return value
        folded: dict[str, Decimal | None] = {}
        for symbol, fraction in stated:
            if symbol in self._tested:
                folded[symbol] = self._fraction(symbol, fraction)
            elif fraction != 0:
                folded[_UNTESTED] = None
        return tuple(sorted(folded.items())), groups

    def _fraction(self, symbol: str, fraction: Decimal | None) -> Decimal | None:
        limits = self._limits.get(symbol, {}).get(None)
        if fraction is None or fraction == 0:
            return fraction
        return None if limits is None else _side(limits, fraction)

    def _without(self, value: frozenset[str]) -> frozenset[str]:
        return value & self._tested

    def _parameters(self, value: tuple[tuple[str, Parameter], ...]) -> Any:  # noqa: ANN401
        return tuple((name, self._parameter(name, given)) for name, given in value)

    def _parameter(self, name: str, given: Parameter) -> Parameter:
        limits = self._limits_in(name, given)
        if limits is None:
            return given
        number = _side(limits, given.numbers[0])
        return Parameter(str(number), (number,), None)

    def _limits_in(self, name: str, given: Parameter) -> list[Decimal] | None:
        """The thresholds of one number in the one unit of the law; None where it has others."""
        units = self._limits.get(name, {})
        if len(units) != 1 or len(given.numbers) != 1:
            return None
        ((unit, limits),) = units.items()
        return limits if given.unit in {None, unit} else None

    def _code(self, code: str) -> str:
        hint = codes.hint(code)
        references = self._references
        listed = frozenset(n for n, reference in enumerate(references) if alike(code, reference))
        key = (listed, hint and (hint.forms, hint.elements, hint.groups))
        found: str = self._first("hs", key, code)
        return found

    @cached_property
    def _references(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(c for a in self._law.atoms if a.item for c in a.item.hs))

    # ---- the movement

    @cached_property
    def _named_countries(self) -> frozenset[str]:
        places = [w for a in self._law.gates for w in (a.departures, a.destinations)]
        places += [m.departures for m in self._law.measures.values()]
        return frozenset({"CN", *self._law.consequences}.union(*(w.countries for w in places)))

    def _country(self, country: str) -> str:
        """A country that no text names stands for every other one."""
        if country in self._named_countries:
            places = [w for a in self._law.gates for w in (a.departures, a.destinations)]
            signature = tuple(w.includes(country) for w in places)
            own = country if country in self._law.consequences else ""
            key = (signature, own, self._law.jurisdiction_of(country))
            found: str = self._first("country", key, country)
            return found
        return "AQ"

    def _compared(self, country: str) -> str:
        return country if country == "CN" else "AQ"

    def _shares(self, value: tuple[tuple[str, Decimal], ...]) -> Any:  # noqa: ANN401
        limits = [Decimal("0.001")]
        return tuple((c, _side(limits, s) if s else s) for c, s in value if c == "CN")

    def _end_user(self, name: str) -> str:
        met = listings_of(self._law, name)
        found: str = self._first("end_user", met, name) if met else _NOBODY
        return found

    # ---- the days

    @cached_property
    def _days(self) -> list[date]:
        return sorted(set(self._changes()))

    def _changes(self) -> Iterator[date]:
        law = self._law
        for start, end in [(a.start, a.end) for a in law.atoms] + [
            (m.effective_from, m.last_day) for m in law.measures.values()
        ]:
            yield from _edges(start, end)
        for relation in law.relations:
            yield from _edges(relation.start, relation.until)
        for party in law.parties:
            yield from _edges(party.listed_from, party.last_day)
            yield from _edges(party.paused_from, party.paused_until)

    @cached_property
    def _published(self) -> list[date]:
        law = self._law
        published = {m.published or m.effective_from for m in law.measures.values()}
        published |= {a.start for a in law.atoms}
        published |= {r.published for r in law.relations} | {r.read_on for r in law.reviews}
        published |= {d for p in law.parties for d in (p.announced, p.paused_from)}
        return sorted(day for day in published if day is not None)


def _edges(start: date | None, end: date | None) -> Iterator[date]:
    if start is not None:
        yield start
    if end is not None:
        yield end + ONE_DAY


def _span(edges: list[date], day: date) -> date:
    """The first day of the span that the day lies in; days before every edge stay themselves."""
    place = bisect_right(edges, day)
    return edges[place - 1] if place else edges[0] - ONE_DAY


def _side(limits: list[Decimal], number: Decimal) -> Decimal:
    """The threshold itself, or a number that lies between the same two thresholds."""
    place = bisect_right(limits, number)
    if place and limits[place - 1] == number:
        return number
    below = limits[place - 1] if place else min(limits[0], Decimal(0)) - 1
    above = limits[place] if place < len(limits) else limits[-1] + 2
    return (below + above) / 2
