"""A scenario made ready for a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import LANGS
from monazite.shock.runs.case import Case
from monazite.shock.scenarios.compiling import compiled

if TYPE_CHECKING:
    from datetime import date

    from monazite.shock.engine.meters import Meters
    from monazite.shock.model.model import Model
    from monazite.shock.scenarios.schema import Scenario


def prepared(
    scenario: Scenario,
    model: Model,
    meters: Meters,
    first: date,
    weeks: int,
    world_year: int,
) -> Case:
    """The scenario over so many weeks from a day on; ScenarioError where they do not fit.

    world_year: of the model's flows.
    """
    found = compiled(scenario, model, first, weeks, world_year)
    notes = tuple({lang: note.said(lang) for lang in LANGS} for note in found.notes)
    return Case(
        scenario.id, model, found.schedule, meters, first, found.queues, scenario.assume, notes,
        world_year,
    )  # fmt: skip
