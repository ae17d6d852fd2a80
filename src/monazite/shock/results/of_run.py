"""Run a scenario and say what it brings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from monazite.catalogue.texts import LANGS, say
from monazite.shock.engine.meters import CLEARANCE, months
from monazite.shock.results.losing import halts, losses, output
from monazite.shock.results.moving import approvals, hubs, moved
from monazite.shock.results.outcome import Assumption, Outcome
from monazite.shock.results.pricing import prices
from monazite.shock.runs.drawing import figures_of
from monazite.shock.runs.draws import drawn
from monazite.shock.runs.run import engine
from monazite.shock.runs.summary import summary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from monazite.shock.parameters.parameters import Parameters
    from monazite.shock.runs.case import Case


def outcome(
    case: Case, parameters: Parameters, draws: int, seed: int, told: Callable[[int], None]
) -> Outcome:
    """The outcome over so many draws (one: the medians); told: with the number that are done.

    InputError field "draws" or "seed".
    """
    found = summary(partial(figures_of, case), drawn(parameters, draws, seed), told)
    names = months(case.first, case.schedule.weeks + CLEARANCE).names
    return Outcome(
        case.name,
        case.first.isoformat(),
        case.schedule.weeks,
        draws,
        seed,
        engine(),
        parameters.name,
        parameters.digest,
        moved(case, names, found),
        halts(case, found, draws),
        prices(case, names, found),
        losses(case, found),
        hubs(case, names, found),
        approvals(case, found),
        output(case, found),
        tuple(assumptions(case, parameters)),
        tuple(dict(note) for note in case.notes),
    )


def assumptions(case: Case, parameters: Parameters) -> Iterator[Assumption]:
    """The parameters that rest on nothing fitted, or on the scenario's own word."""
    for row in parameters.rows:
        if row.knob in case.assumed:
            value = f"{case.assumed[row.knob]:g}"
            why = {lang: say("shock.results.set", lang, value=value) for lang in LANGS}
            yield Assumption(row.knob, row.what._asdict(), why)
        elif not row.fitted:
            yield Assumption(row.knob, row.what._asdict(), row.why._asdict())
