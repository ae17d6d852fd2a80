"""How a good is held on a route on a day: by the patched law and by the scenario's measures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.shock.scenarios.covering import BANNED, FREE, LICENSED
from monazite.shock.scenarios.items import representatives
from monazite.shock.scenarios.offices import Part, Parts
from monazite.shock.scenarios.vocabulary import meant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from monazite.shock.model.model import Good
    from monazite.shock.scenarios.beyond import Abroad
    from monazite.shock.scenarios.covering import Cover, Rulings
    from monazite.shock.scenarios.items import Representative
    from monazite.shock.scenarios.schema import Control, Scenario


class Since(NamedTuple):
    """flows: a day under whose law the model's flows are made; before: the last before the run."""

    flows: date
    before: date


class Route(NamedTuple):
    """A good from a country to another (ISO3)."""

    good: Good
    source: str
    target: str


class Reach(NamedTuple):
    """How a route is held; quotas: which of the scenario's are on it.

    licensed, banned: parts of the good; alike: the part of the rest that customs cannot tell from
    them; parts: of what needs a licence; measures: that hold it; new: whether the flows are not
    made under them.
    """

    licensed: float
    banned: float
    alike: float
    parts: Parts
    measures: frozenset[str]
    quotas: frozenset[int]
    new: bool


class Code(NamedTuple):
    """A commodity code that is held between two countries: by what; new: as in `Under`."""

    measures: frozenset[str]
    new: bool


class Under(NamedTuple):
    """How the law holds an item of a good; new: whether more than when the flows were made."""

    item: Representative
    level: int
    measures: frozenset[str]
    new: bool


_NOTHING = frozenset[str]()


class Routes:
    """What is held beyond what the law held when the flows were made; days: one of each phase."""

    def __init__(
        self,
        scenario: Scenario,
        rulings: Rulings,
        since: Since,
        days: Sequence[date],
        departures: frozenset[str],
        abroad: Sequence[Abroad],
    ) -> None:
        self._scenario = scenario
        self._rulings = rulings
        self._since = since
        self._days = days
        self._spoken = tuple(f for f in scenario.friction if any(map(f.holds, days)))
        self._departures = departures
        self._abroad = abroad

    def reach(self, route: Route, day: date, codes: Mapping[str, Code]) -> Reach:
        """How a route is held on a day; codes: commodity codes held there."""
        parts = self.by_law(route, day)
        licensed, stopped, free = (share_of(parts, at) for at in (LICENSED, BANNED, FREE))
        own, banned = self._own(route, day), self._banned(route, day)
        beyond = {one.rule.id: one.reaches(*route, day) for one in self._abroad}
        most = 1.0 if own else max(beyond.values(), default=0.0)
        licensed = max(licensed, (1.0 - stopped) * most)
        shares = dict.fromkeys(own, 1.0) | {rule: part for rule, part in beyond.items() if part}
        alike = [one.item for one in parts if one.level == FREE and one.item.hs in codes]
        look = min(1.0, sum(one.share for one in alike) / free) if alike else 0.0
        measures = _NOTHING.union(*(one.measures for one in parts))
        by_code = _NOTHING.union(*(codes[one.hs].measures for one in alike))
        law = _files(parts) if measures else (Part(by_code, look * (1.0 - licensed)),)
        return Reach(
            licensed=0.0 if banned else licensed,
            banned=1.0 if banned else stopped,
            alike=look,
            parts=Parts(
                law, tuple(Part(frozenset({x}), y * (1.0 - stopped)) for x, y in shares.items())
            ),
            measures=frozenset(shares) | (measures or by_code),
            quotas=self._quotas(route, day),
            new=bool(shares or banned)
            or any(one.new for one in parts)
            or any(codes[one.hs].new for one in alike),
        )

    def by_law(self, route: Route, day: date) -> tuple[Under, ...]:
        """How the law holds each item of the good on a day, beside the scenario's own measures."""
        every = representatives(*route.good)
        return tuple(self._held(one, route, day) for one in every)

    def when_made(self, route: Route) -> frozenset[str]:
        """The measures that the flows are made under."""
        if route.source not in self._departures:
            return _NOTHING
        ends, day = (route.source, route.target), self._since.flows
        covers = (self._rulings.plain(x, *ends, day) for x in representatives(*route.good))
        return _NOTHING.union(*(one.measures for one in covers))

    def standing(self, route: Route, day: date) -> frozenset[str]:
        """The measures that hold the good on a day, those that the flows are made under too."""
        ends = route.source, route.target
        covers = (self._rulings.cover(x, *ends, day) for x in representatives(*route.good))
        return _NOTHING.union(*(one.measures for one in covers if one.level > FREE))

    def under(self, rulings: Rulings) -> Routes:
        """The same routes under another law."""
        return Routes(
            self._scenario, rulings, self._since, self._days, self._departures, self._abroad
        )

    def codes(self, route: Route, day: date) -> Iterator[tuple[str, Code]]:
        """Commodity codes of the good that are held on the route."""
        for one in self.by_law(route, day):
            if one.level > FREE:
                yield one.item.hs, Code(one.measures, one.new)

    def _held(self, one: Representative, route: Route, day: date) -> Under:
        """Level and measures: nothing where the flows already are so."""
        free = Under(one, FREE, _NOTHING, new=False)
        if route.source not in self._departures:
            return free
        now = self._rulings.cover(one, route.source, route.target, day)
        if now.level == FREE:
            return free
        # What was loosened between the flows and the run and comes back is new to the run.
        was = min(
            self._rulings.plain(one, route.source, route.target, then).level for then in self._since
        )
        if now.level > was or self._named(now, route):
            return Under(one, now.level, now.measures, now.level > was)
        return free

    def _named(self, now: Cover, route: Route) -> bool:
        """Whether the scenario says in any week how files under a measure are handled."""
        return any(
            now.measures.intersection(one.measures)
            and one.means(route.target)
            and meant(one.goods, route.good)
            for one in self._spoken
        )

    def _own(self, route: Route, day: date) -> frozenset[str]:
        rows = self._scenario.licences
        return frozenset(one.id for one in rows if controls(one, route, day))

    def _banned(self, route: Route, day: date) -> bool:
        return any(controls(one, route, day) for one in self._scenario.bans)

    def _quotas(self, route: Route, day: date) -> frozenset[int]:
        rows = enumerate(self._scenario.quotas)
        return frozenset(number for number, one in rows if controls(one, route, day))


def _files(parts: Sequence[Under]) -> tuple[Part, ...]:
    """What the law licenses of a good, by what holds it."""
    found: dict[frozenset[str], float] = {}
    for one in parts:
        if one.level == LICENSED:
            found[one.measures] = found.get(one.measures, 0.0) + one.item.share
    return tuple(Part(measures, share) for measures, share in found.items())


def share_of(parts: Sequence[Under], level: int) -> float:
    """The part of a good that the law holds so."""
    return sum(one.item.share for one in parts if one.level == level)


def controls(one: Control, route: Route, day: date) -> bool:
    """Whether a measure of the scenario's own reaches a route on a day."""
    return one.holds(day) and means(one, route)


def means(one: Control, route: Route) -> bool:
    """Whether a measure of the scenario's own is about a route, on whatever days."""
    meant = any(choice.takes(*route.good) for choice in one.goods)
    return meant and route.source in one.origins and one.means(route.target)
