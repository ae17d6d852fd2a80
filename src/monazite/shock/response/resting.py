"""What an answer rests on that nothing was fitted on: parameters, tables, and own assumptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import LANGS, say
from monazite.chain.figures import SPREAD
from monazite.shock.results.ran import Assumption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.shock.response.assumptions.assumptions import Assumptions, Number


def assumed(assumptions: Assumptions) -> Iterator[Assumption]:
    """One for each kind of number, as sure as the least sure number of the kind."""
    why = {lang: say("shock.planner.number", lang, name=assumptions.name) for lang in LANGS}
    for name, term in assumptions.terms.items():
        found = [each.confidence for key, each in _numbers(assumptions) if key == name]
        if found:
            least = max(found, key=lambda one: SPREAD[one])
            yield Assumption(name, None, least, term.what._asdict(), why)


def _numbers(assumptions: Assumptions) -> Iterator[tuple[str, Number]]:
    for line in (*assumptions.plants, *assumptions.recycling, *assumptions.floors):
        yield from line.numbers.items()
    for programme in assumptions.programmes:
        yield from programme.numbers.items()
    for part in (assumptions.finished, assumptions.stores, assumptions.money):
        yield from part.items()
