"""Scenarios asked by themselves: which world each one shocks, and what is counted on it.

A scenario of the materials of a packaged event, from the day on which that begins, is run on the
world as it then traded (`cases`); any other on the chain's world of the year before, or the nearest
that is carried.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from monazite.chain.packaged.world import YEARS, world
from monazite.chain.stages import MAGNET
from monazite.errors import InputError
from monazite.shock.cases.models import YEARS as OF_CASES
from monazite.shock.cases.models import of_case
from monazite.shock.engine.meters import meters
from monazite.shock.model.of_world import model
from monazite.shock.model.places import REST
from monazite.shock.parameters.reading import packaged as parameters
from monazite.shock.results.comparison import compared
from monazite.shock.results.of_run import outcome
from monazite.shock.results.sensitivities import sensed
from monazite.shock.runs.prepared import prepared
from monazite.shock.scenarios.reading import packaged
from monazite.shock.validation.beside import beside
from monazite.shock.validation.cases import ALL, CASES, Flow, rows, summed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from monazite.shock.engine.meters import Meters
    from monazite.shock.model.model import Model
    from monazite.shock.results.comparison import Comparison
    from monazite.shock.results.outcome import Outcome
    from monazite.shock.results.sensitivities import Sensitivities
    from monazite.shock.runs.case import Case
    from monazite.shock.scenarios.schema import Scenario
    from monazite.shock.validation.cases import Case as Event

DRAWS = 256
"""Draws where none are asked for: enough for a band, and a few seconds."""
POINTS = 128
"""Points of sensitivities where none are asked for: a minute, and parts to some per cent."""
LEAST_POINTS = 64
"""Of fewer the parts are chance: at 32 first orders of one result added up to −0.1, or to 2.9."""
DESTINATIONS = 5
"""The largest destinations of the first material that are counted on their own."""
_MAGNETS = "magnets"


class _Ground(NamedTuple):
    """The world that scenarios shock, the year of its flows, and what is counted on it."""

    model: Model
    meters: Meters
    year: int


def run(
    scenario: Scenario,
    *,
    draws: int = DRAWS,
    seed: int = 1,
    told: Callable[[int], None] = lambda _: None,
) -> Outcome:
    """What a scenario brings; told: with the number of draws that are done.

    Raises:
        ScenarioError: it does not fit the model.
        InputError: field "scope", "draws" or "seed".
    """
    return beside(outcome(case(scenario), parameters(), draws, seed, told), scenario)


def compare(
    scenario: Scenario,
    other: Scenario,
    *,
    draws: int = DRAWS,
    seed: int = 1,
    told: Callable[[int], None] = lambda _: None,
) -> Comparison:
    """What the other brings more or less, draw by draw, over the weeks of both (`alike`).

    Raises as `run` does.
    """
    one, two = alike(scenario, other)
    on = _ground(one)
    return compared(_case(one, on), _case(two, on), parameters(), draws, seed, told)


def sensitivity(
    scenario: Scenario,
    *,
    points: int = POINTS,
    seed: int = 1,
    told: Callable[[int], None] = lambda _: None,
) -> Sensitivities:
    """Which parameters what a scenario brings depends on: points x (how many vary + 2) draws.

    Raises as `run` does; InputError field "points" below `LEAST_POINTS`.
    """
    if points < LEAST_POINTS:
        raise InputError("points", points, f"a whole number of at least {LEAST_POINTS}")
    return sensed(case(scenario), parameters(), points, seed, told)


def case(scenario: Scenario) -> Case:
    """The run to be made; raises as `run` does."""
    return _case(scenario, _ground(scenario))


def alike(scenario: Scenario, other: Scenario) -> tuple[Scenario, Scenario]:
    """Both over the weeks and the materials of both: `run` of either may show something else."""
    both = (scenario, other)
    first = min(one.starts for one in both)
    last = max(one.starts + timedelta(weeks=one.weeks) for one in both)
    scope = tuple(dict.fromkeys(name for one in both for name in one.scope))
    same = {"starts": first, "weeks": -(-(last - first).days // 7), "scope": scope}
    return scenario.model_copy(update=same), other.model_copy(update=same)


def _case(scenario: Scenario, on: _Ground) -> Case:
    return prepared(scenario, on.model, on.meters, scenario.starts, scenario.weeks, on.year)


def _ground(scenario: Scenario) -> _Ground:
    event = _event(scenario)
    if event is None:
        year = min(max(scenario.starts.year - 1, YEARS[0]), YEARS[-1])
        on = model(world(year), scenario.scope)
        flows = _flows(on, scenario.scope)
        return _Ground(on, meters({name: rows(on, flow) for name, flow in flows.items()}), year)
    on = of_case(event.model)
    return _Ground(on, summed(event, on), OF_CASES[event.model])


def _event(scenario: Scenario) -> Event | None:
    """The packaged event with these materials that begins on the same day."""
    for event in CASES:
        known = packaged(event.scenario)
        if (known.starts, known.scope) == (scenario.starts, scenario.scope):
            return event
    return None


def _flows(on: Model, scope: tuple[str, ...]) -> Mapping[str, Flow]:
    """Of each material what leaves the country that controls; of the first where it goes."""
    home, first = on.countries[on.home], scope[0]
    sent = {place: _sent(on, _flow(first, home, place)) for place in on.countries}
    largest = sorted(sent, key=lambda place: -sent[place])
    places = [place for place in largest if sent[place] and place not in {home, REST}]
    return {
        **{f"{name}/WORLD": _flow(name, home, ALL) for name in scope},
        **{f"{first}/{place}": _flow(first, home, place) for place in places[:DESTINATIONS]},
    }


def _flow(name: str, source: str, target: str) -> Flow:
    if name == _MAGNETS:
        return Flow(ALL, MAGNET, source, target)
    return Flow(name, ALL, source, target)


def _sent(on: Model, flow: Flow) -> float:
    return float(on.trade.base[rows(on, flow)].sum())
