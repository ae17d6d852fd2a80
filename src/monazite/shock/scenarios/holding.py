"""Rows of trade that a scenario reaches, phase by phase: how each is held and by whom handled."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.shock.scenarios.offices import STATUTORY, handled
from monazite.shock.scenarios.routes import Code, Route
from monazite.shock.scenarios.uses import uses
from monazite.shock.scenarios.vocabulary import meant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from monazite.shock.model.model import Model
    from monazite.shock.scenarios.routes import Reach, Routes
    from monazite.shock.scenarios.schema import Duty, Scenario

Codes = dict[tuple[str, str], dict[str, Code]]


class Held(NamedTuple):
    """A row of trade in a phase; entry: whose friction, None where it is banned or not held.

    others, unsaid: as of `Handled`.
    """

    covered: float
    alike: float
    banned: float
    general: float
    granted: float
    sure: float
    duty: float
    entry: int | None
    quotas: frozenset[int]
    others: frozenset[int] = frozenset()
    unsaid: frozenset[str] = frozenset()

    @property
    def files(self) -> bool:
        """Whether anything of it waits for a licence."""
        return not self.banned and (self.covered or self.alike) * (1 - self.general) > 0

    @property
    def held(self) -> bool:
        """Whether anything of it may not just leave."""
        return bool(self.covered or self.alike)


class Asked(NamedTuple):
    """A row of trade, its route, and how it is held in each phase.

    settled: whether files for it are under way when the run begins.
    """

    row: int
    route: Route
    settled: bool
    held: tuple[Held, ...]
    reach: tuple[Reach, ...]


def holdings(
    scenario: Scenario,
    model: Model,
    routes: Routes,
    sources: frozenset[str],
    before: date,
    days: Sequence[date],
) -> tuple[Asked, ...]:
    """Every row from these countries, or under a duty, that is held in some phase.

    before: the last day before the run; days: one of each phase.
    """
    every = list(_rows(scenario, model, sources))
    earlier, *codes = [_codes(routes, every, day) for day in (before, *days)]
    shares = _shares(model) if any(one.uses for f in scenario.friction for one in f.by) else {}
    found = []
    for row, route, market in every:
        ways = zip(days, codes, strict=True)
        reach = tuple(
            routes.reach(route, day, code.get((route.source, route.target), {}))
            for day, code in ways
        )
        using = shares.get(market, {})
        held = tuple(
            _held(scenario, route, using, each, day) for each, day in zip(reach, days, strict=True)
        )
        if any(one.held or one.duty for one in held):
            was = routes.reach(route, before, earlier.get((route.source, route.target), {}))
            found.append(Asked(row, route, _settled(was, held[0]), held, reach))
    return tuple(found)


def _settled(was: Reach, held: Held) -> bool:
    """Whether what is filed in the first phase was filed before the run too."""
    return held.files and not was.banned and bool(was.licensed or was.alike)


def _rows(
    scenario: Scenario, model: Model, sources: frozenset[str]
) -> Iterator[tuple[int, Route, int]]:
    """Rows of trade that anything may hold, each with its route and the market that it reaches."""
    for row, route in enumerate(routes_of(model)):
        if route.source in sources or any(dutiable(one, route) for one in scenario.duties):
            yield row, route, int(model.trade.target[row])


def routes_of(model: Model) -> Iterator[Route]:
    """The route of every row of trade."""
    count, places = len(model.countries), model.countries
    pairs = zip(model.trade.source.tolist(), model.trade.target.tolist(), strict=True)
    for source, target in pairs:
        yield Route(model.goods[source // count], places[source % count], places[target % count])


def _codes(routes: Routes, every: list[tuple[int, Route, int]], day: date) -> Codes:
    """By pair of countries the commodity codes that are held on a day."""
    found: Codes = {}
    for _, route, _ in every:
        for code, held in routes.codes(route, day):
            here = found.setdefault((route.source, route.target), {})
            known = here.get(code, Code(frozenset(), new=False))
            here[code] = Code(known.measures | held.measures, known.new or held.new)
    return found


def _shares(model: Model) -> Mapping[int, Mapping[str, float]]:
    """By market what its goods are used for."""
    return {
        market: dict(zip(model.sectors, parts, strict=True))
        for market, parts in enumerate(uses(model).tolist())
    }


def _held(
    scenario: Scenario, route: Route, using: Mapping[str, float], reach: Reach, day: date
) -> Held:
    """What a reach means for a row: who handles what of it, and how much of that is granted."""
    duty = sum(one.rate for one in scenario.duties if dutiable(one, route) and one.holds(day))
    if not (reach.licensed or reach.banned or reach.alike or reach.quotas):
        return Held(0.0, 0.0, 0.0, 0.0, 1.0, 0.0, duty, None, frozenset())
    # What only looks alike is refused to nobody for its use.
    meant = using if reach.licensed else {}
    office = handled(scenario.friction, reach.parts, route.good, route.target, meant, day)
    # A row is either banned or licensed: what weighs more decides for all that is held of it.
    banned = reach.banned > reach.licensed
    held = min(1.0, reach.licensed + reach.banned)
    general = office.general if not banned else 0.0
    if reach.quotas and not banned:
        # A quota is on all of the good; of it only the licensed part is filed.
        held, general = 1.0, 1.0 - reach.licensed * (1.0 - office.general)
    entry = None if banned else office.entry
    # Flows that are made under a measure leave as they did, where nobody says otherwise.
    sure = 1.0 if office.entry == STATUTORY and not reach.new else office.sure
    return Held(
        held, reach.alike, float(banned), general, office.granted, sure, duty, entry, reach.quotas,
        office.others, office.unsaid,
    )  # fmt: skip


def dutiable(one: Duty, route: Route) -> bool:
    """Whether a duty is on what a route carries, on whatever days."""
    return (
        meant(one.goods, route.good)
        and route.target in one.destinations
        and route.source in (one.origins or (route.source,))
    )


def statutory(asked: Sequence[Asked]) -> frozenset[str]:
    """Measures that the flows are not made under, of files that no friction speaks of."""
    return frozenset(
        measure
        for one in asked
        for held, reach in zip(one.held, one.reach, strict=True)
        if held.files and reach.new
        for measure in held.unsaid
    )
