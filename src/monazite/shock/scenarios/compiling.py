"""From a scenario and a model to the schedule that an engine runs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from monazite.law.model import ONE_DAY
from monazite.law.store import load
from monazite.shock.engine.schedule import Schedule
from monazite.shock.scenarios import fitting, tables
from monazite.shock.scenarios.admitting import admitted
from monazite.shock.scenarios.beyond import abroad, sources
from monazite.shock.scenarios.covering import Rulings
from monazite.shock.scenarios.elsewhere import elsewhere
from monazite.shock.scenarios.found import Found
from monazite.shock.scenarios.holding import holdings
from monazite.shock.scenarios.merging import merged
from monazite.shock.scenarios.notes import Note, notes
from monazite.shock.scenarios.patching import PatchedLaw
from monazite.shock.scenarios.phases import phases
from monazite.shock.scenarios.problems import ScenarioError
from monazite.shock.scenarios.routes import Routes, Since

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.law.law import Law
    from monazite.shock.model.model import Model
    from monazite.shock.scenarios.holding import Asked
    from monazite.shock.scenarios.schema import Scenario


@dataclass(frozen=True, slots=True, eq=False)
class Compiled:
    """A schedule, and what a reader of its results should know.

    queues: what the scenario calls each group of `schedule.groups`; days: one day of each phase;
    measures: what holds each row of `schedule.edges` in any phase.
    """

    schedule: Schedule
    queues: tuple[str, ...]
    days: tuple[date, ...]
    measures: tuple[frozenset[str], ...]
    notes: tuple[Note, ...]


def compiled(scenario: Scenario, model: Model, start: date, weeks: int, year: int) -> Compiled:
    """The scenario over so many weeks from a day on; year: of the model's flows.

    What held in the middle of that year, and still on the day before the run, is part of the flows.
    What came in between holds from the first week on, with files under way.

    Raises:
        ScenarioError: a market of the model that nothing feeds; a way round that takes too long;
            quotas on rows that differ; parties that buy more than all.
    """
    made, found = fitted(scenario, model, start, weeks, year)
    return replace(made, notes=tuple(notes(found)))


def fitted(
    scenario: Scenario, model: Model, start: date, weeks: int, year: int
) -> tuple[Compiled, Found]:
    """The same without its notes, which take most of the time, and what they are made of."""
    if problems := list(fitting.unfed(model)):
        raise ScenarioError(problems)
    law, since = load(), _since(start, year)
    stretches = phases(scenario, law, start, weeks)
    asked, routes = _asked(scenario, model, law, since, stretches.days)
    offices, count = tables.offices(asked), len(stretches.days)
    hubs = tables.hubs(scenario, model, asked, stretches.days)
    if problems := [
        *fitting.too_long(scenario, model, asked, hubs), *fitting.overlapping(asked),
        *fitting.crowded(scenario, model, stretches.days),
    ]:  # fmt: skip
        raise ScenarioError(problems)
    made, kept = merged(Schedule(
        stretches.of,
        tables.edges(asked, offices, count),
        tables.groups(scenario, offices, count),
        hubs,
        elsewhere(scenario, model, stretches.days, admitted(scenario, model, asked, count)),
    ))  # fmt: skip
    last = start + timedelta(weeks=weeks)
    found = Found(scenario, model, law, since, last, stretches.days, asked, routes)
    held = tuple(frozenset().union(*(one.measures for one in each.reach)) for each in asked)
    days = tuple(stretches.days[number] for number in kept)
    return Compiled(made, tables.names(scenario, offices), days, held, ()), found


def _since(start: date, year: int) -> Since:
    before = start - ONE_DAY
    return Since(min(date(year, 7, 1), before), before)


def _asked(
    scenario: Scenario, model: Model, law: Law, since: Since, days: Sequence[date]
) -> tuple[tuple[Asked, ...], Routes]:
    rulings = Rulings(PatchedLaw(law, scenario.law))
    named = frozenset(name for one in scenario.friction for name in one.measures)
    departures = rulings.departures(named, model.countries, since, days)
    controls = (*scenario.bans, *scenario.licences, *scenario.quotas)
    rules = abroad(scenario, model)
    origins = departures.union(sources(rules), *(one.origins for one in controls))
    routes = Routes(scenario, rulings, since, days, departures, rules)
    return holdings(scenario, model, routes, origins, since.before, days), routes
