"""How a good is held on a route on a day: by the patched law and by the scenario's measures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.shock.scenarios.covering import BANNED, FREE, LICENSED
from monazite.shock.scenarios.items import representatives

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from monazite.shock.model.model import Good
    from monazite.shock.scenarios.covering import Cover, Rulings
    from monazite.shock.scenarios.items import Representative
    from monazite.shock.scenarios.schema import Control, Scenario

NO_QUOTA = -1


class Route(NamedTuple):
    """A good from a country to another (ISO3)."""

    good: Good
    source: str
    target: str


class Reach(NamedTuple):
    """How a route is held; quota: which of the scenario's, or `NO_QUOTA`.

    licensed, banned: parts of the good; alike: the part of the rest that customs cannot tell from
    them; measures: that hold it.
    """

    licensed: float
    banned: float
    alike: float
    measures: frozenset[str]
    quota: int


_NOTHING = frozenset[str]()


class Routes:
    """What is held beyond what the law by itself held on the day before the run."""

    def __init__(
        self, scenario: Scenario, rulings: Rulings, before: date, departures: frozenset[str]
    ) -> None:
        self._scenario = scenario
        self._rulings = rulings
        self._before = before
        self._departures = departures

    def reach(self, route: Route, day: date, codes: Mapping[str, frozenset[str]]) -> Reach:
        """How a route is held on a day; codes: commodity codes held there, and by what."""
        parts = [(one, *self._held(one, route, day)) for one in representatives(*route.good)]
        licensed, stopped, free = (
            sum(one.share for one, at, _ in parts if at == level)
            for level in (LICENSED, BANNED, FREE)
        )
        own, banned = self._own(route, day), self._banned(route, day)
        alike = [one for one, at, _ in parts if at == FREE and one.hs in codes]
        measures = _NOTHING.union(*(found for _, _, found in parts))
        return Reach(
            licensed=0.0 if banned else 1.0 - stopped if own else licensed,
            banned=1.0 if banned else stopped,
            alike=min(1.0, sum(one.share for one in alike) / free) if alike else 0.0,
            measures=own | (measures or _NOTHING.union(*(codes[one.hs] for one in alike))),
            quota=self._quota(route, day),
        )

    def codes(self, route: Route, day: date) -> Iterator[tuple[str, frozenset[str]]]:
        """Commodity codes of the good that are held on the route, and by what."""
        for one in representatives(*route.good):
            level, measures = self._held(one, route, day)
            if level > FREE:
                yield one.hs, measures

    def _held(self, one: Representative, route: Route, day: date) -> tuple[int, frozenset[str]]:
        """Level and measures: nothing where the world already is so."""
        if route.source not in self._departures:
            return FREE, _NOTHING
        now = self._rulings.cover(one, route.source, route.target, day)
        was = self._rulings.plain(one, route.source, route.target, self._before)
        if now.level > was.level or self._named(now, route, day):
            return now.level, now.measures
        return FREE, _NOTHING

    def _named(self, now: Cover, route: Route, day: date) -> bool:
        """Whether the scenario says how files under a measure are handled, new or not."""
        return now.level > FREE and any(
            now.measures.intersection(one.measures) and one.reaches(route.target, day)
            for one in self._scenario.friction
        )

    def _own(self, route: Route, day: date) -> frozenset[str]:
        rows = self._scenario.licences
        return frozenset(one.id for one in rows if controls(one, route, day))

    def _banned(self, route: Route, day: date) -> bool:
        return any(controls(one, route, day) for one in self._scenario.bans)

    def _quota(self, route: Route, day: date) -> int:
        rows = enumerate(self._scenario.quotas)
        return next((n for n, one in rows if controls(one, route, day)), NO_QUOTA)


def controls(one: Control, route: Route, day: date) -> bool:
    """Whether a measure of the scenario's own reaches a route on a day."""
    meant = any(choice.takes(*route.good) for choice in one.goods)
    return meant and route.source in one.origins and one.reaches(route.target, day)
