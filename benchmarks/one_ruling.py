"""One ruling in a warm process: a situation never seen before, with everything the answer holds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from benchmarks.manifests import COLUMNS, SEED, lines
from benchmarks.measuring import Result, median, report, seconds_of

from monazite.law import load
from monazite.law.document import document
from monazite.law.ruling import rule_on
from monazite.law.situation import Situation
from monazite.law.statement import situation

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.law.law import Law
    from monazite.law.ruling import Ruling

_SITUATIONS = 3000
_RUNS = 5


def measure() -> list[Result]:
    """Items ruled on before, moved another way; items never seen; and all words as JSON."""
    law = load()
    situations = _situations(law)
    half = len(situations) // 2
    items, movements = situations[:half], situations[half:]
    _ruled(law, items)
    # Known items on ways they never went, by other people, on other days.
    moved = [
        Situation(a.item, b.movement, b.on, b.known) for a, b in zip(items, movements, strict=True)
    ]
    warm, cold = _ruled(law, moved), _ruled(law, movements)
    runs = [median(_ruled(law, items)) for _ in range(_RUNS)]
    words = _timed(law, _situations(law, SEED + 2), lambda r: document(law, r, "en"))
    return [
        Result(
            "one ruling, warm, new movement of a known item", median(warm) * 1e3, "ms", 2,
            notes=(_tail(warm), f"asked again: {median(runs) * 1e3:.3g} ms"),
        ),
        Result("one ruling, warm, new item", median(cold) * 1e3, "ms", 2, notes=(_tail(cold),)),
        Result(
            "one ruling, warm, new item, told in words as JSON", median(words) * 1e3, "ms",
            notes=(_tail(words),),
        ),
    ]  # fmt: skip


def _situations(law: Law, seed: int = SEED) -> list[Situation]:
    return [
        situation(dict(zip(COLUMNS, line, strict=True)), law) for line in lines(_SITUATIONS, seed)
    ]


def _ruled(law: Law, situations: list[Situation]) -> list[float]:
    return _timed(law, situations, _whole)


def _timed(law: Law, situations: list[Situation], use: Callable[[Ruling], object]) -> list[float]:
    return [seconds_of(partial(_use, law, one, use)) for one in situations]


def _use(law: Law, one: Situation, use: Callable[[Ruling], object]) -> object:
    return use(rule_on(law, one))


def _whole(ruling: Ruling) -> tuple[object, ...]:
    """Every part of a ruling; they are computed when they are asked for."""
    return ruling.outcome, ruling.findings, ruling.questions, ruling.readings, ruling.consequences


def _tail(seconds: list[float]) -> str:
    ordered = sorted(seconds)
    at_99 = ordered[int(len(ordered) * 0.99)] * 1e3
    return f"of {len(ordered)}: 99 % within {at_99:.3g} ms, the longest {ordered[-1] * 1e3:.3g} ms"


if __name__ == "__main__":
    report(measure)
