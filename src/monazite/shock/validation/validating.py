"""Run every case and hold it against what happened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from monazite.shock.parameters.reading import packaged
from monazite.shock.runs.draws import drawn
from monazite.shock.static.usgs import compared
from monazite.shock.validation.cases import CASES, look, ready, without
from monazite.shock.validation.observed import observations
from monazite.shock.validation.rows import compare

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.shock.validation.rows import Row


def validate(
    draws: int, seed: int, told: Callable[[str, int], None] = lambda _case, _done: None
) -> list[Row]:
    """A row for each observation of every case and of the static mode, hits and misses alike.

    told: is called with the year of a case and its runs that are done, two of each draw: with the
    measures and without any. InputError field "draws" or "seed".
    """
    knobs = drawn(packaged(), draws, seed)
    found: list[Row] = []
    for case in CASES:
        one, tell = ready(case), partial(told, case.year)
        seen = look(one, knobs, tell)
        calm = look(without(one), knobs, partial(_second, tell, draws))
        found += compare(observations(case.year), seen, calm)
    return found + compared(draws, seed)


def _second(tell: Callable[[int], None], draws: int, done: int) -> None:
    tell(draws + done)
