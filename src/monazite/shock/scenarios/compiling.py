"""From a scenario and a model to the schedule that an engine runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from monazite.law.model import ONE_DAY
from monazite.law.store import load
from monazite.shock.engine.schedule import Schedule
from monazite.shock.scenarios import fitting, tables
from monazite.shock.scenarios.covering import Rulings
from monazite.shock.scenarios.elsewhere import elsewhere
from monazite.shock.scenarios.holding import holdings, statutory
from monazite.shock.scenarios.merging import merged
from monazite.shock.scenarios.notes import Note
from monazite.shock.scenarios.notes import notes as notes_of
from monazite.shock.scenarios.patching import PatchedLaw
from monazite.shock.scenarios.phases import phases
from monazite.shock.scenarios.problems import ScenarioError
from monazite.shock.scenarios.routes import Routes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

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


def schedule(scenario: Scenario, model: Model, start: date, weeks: int) -> Schedule:
    """The scenario over so many weeks from a day on; ScenarioError where they do not fit."""
    return compiled(scenario, model, start, weeks).schedule


def compiled(scenario: Scenario, model: Model, start: date, weeks: int) -> Compiled:
    """The same with what is to be known of it.

    Raises:
        ScenarioError: a market of the model that nothing feeds; a way round that takes too long.
    """
    if problems := list(fitting.unfed(model)):
        raise ScenarioError(problems)
    law, before = load(), start - ONE_DAY
    stretches = phases(scenario, law, start, weeks)
    asked = _asked(scenario, model, law, before, stretches.days)
    offices, count = tables.offices(asked), len(stretches.days)
    hubs = tables.hubs(scenario, model, asked)
    if problems := list(fitting.too_long(scenario, model, asked, hubs)):
        raise ScenarioError(problems)
    made, kept = merged(Schedule(
        stretches.of,
        tables.edges(asked, offices, count),
        tables.groups(scenario, offices, count),
        hubs,
        elsewhere(scenario, model, stretches.days),
    ))  # fmt: skip
    last = start + timedelta(weeks=weeks)
    unsaid = (Note("statutory", {"measure": one}) for one in sorted(statutory(asked)))
    notes = (*notes_of(scenario, model, law, before, last), *unsaid)
    held = tuple(frozenset().union(*(one.measures for one in each.reach)) for each in asked)
    days = tuple(stretches.days[number] for number in kept)
    return Compiled(made, tables.names(scenario, offices), days, held, notes)


def _asked(
    scenario: Scenario, model: Model, law: Law, before: date, days: Sequence[date]
) -> tuple[Asked, ...]:
    rulings = Rulings(PatchedLaw(law, scenario.law))
    named = frozenset(name for one in scenario.friction for name in one.measures)
    departures = rulings.departures(named, model.countries, before, days)
    controls = (*scenario.bans, *scenario.licences, *scenario.quotas)
    sources = departures.union(*(one.origins for one in controls))
    routes = Routes(scenario, rulings, before, departures)
    return holdings(scenario, model, routes, sources, days)
