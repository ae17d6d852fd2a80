"""What a case is run with, and what it rests on that nothing was fitted on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import LANGS, say
from monazite.chain.figures import SPREAD
from monazite.shock.results.ran import Assumption, Ran
from monazite.shock.runs.run import engine
from monazite.shock.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.shock.parameters.parameters import Parameters
    from monazite.shock.runs.case import Case

TABLES = ("shock-value-added", "shock-sectors", "shock-uses", "shock-stages", "shock-lags")
"""The tables of every model whose rows are Monazite's own estimates or recalled."""


def ran(case: Case, parameters: Parameters, draws: int, seed: int) -> Ran:
    """The head of a result of the case."""
    return Ran(
        case.name, case.first.isoformat(), case.schedule.weeks, case.world_year, draws, seed,
        engine(), parameters.name, parameters.digest, tuple(_assumed(case, parameters)),
    )  # fmt: skip


def _assumed(case: Case, parameters: Parameters) -> Iterator[Assumption]:
    """Parameters that rest on nothing fitted, or on the scenario's own word; then tables."""
    for row in parameters.rows:
        if row.knob in case.assumed:
            value = f"{case.assumed[row.knob]:g}"
            why = {lang: say("shock.results.set", lang, value=value) for lang in LANGS}
            yield Assumption(row.knob, None, "scenario", row.what._asdict(), why)
        elif not row.fitted:
            what, why = row.what._asdict(), row.why._asdict()
            yield Assumption(row.knob, None, row.confidence, what, why)
    for name in TABLES:
        told = {
            part: {lang: say(f"shock.results.table.{name}.{part}", lang) for lang in LANGS}
            for part in ("what", "why")
        }
        yield Assumption(None, name, _least_sure(name), told["what"], told["why"])


def _least_sure(name: str) -> str:
    return max((row.confidence for row in table(name)), key=lambda found: SPREAD[found])
