"""Observed against simulated, number by number, with the error and the mark in words."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from monazite.catalogue.texts import keys, say
from monazite.chain.pictures.picture import Picture
from monazite.charts.flow_shapes import Caption
from monazite.charts.reaches import ANYWAY, MARK, MISSED, PASSED, PLAIN, reaches
from monazite.charts.shock_shapes import Reach
from monazite.shock.pictures.readings import amount, reading, standing, without, wrong
from monazite.shock.pictures.wording import behind
from monazite.shock.validation.standing import STATIC, summed
from monazite.shock.validation.standing import standing as counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.shock.validation.rows import Row

_KINDS = {None: PLAIN, "kept": PASSED, "kept_without": ANYWAY, "missed": MISSED}
_COLUMNS = (
    "case", "reading", "observed", "low", "middle", "high", "without", "error", "result", "source",
)  # fmt: skip


def against(found: Sequence[Row], lang: str) -> Picture:
    """The rows of a comparison with history: a panel for each case and unit."""
    text = [say("shock.pictures.against.line", lang, case=case(one.observation.case, lang),
                reading=reading(one.observation, lang), standing=standing(one, lang))
            for one in found]  # fmt: skip
    caption = Caption(
        title=title(found, lang),
        source=say("shock.pictures.against.source", lang),
        axis="",
        labels={
            key: say(f"shock.pictures.against.label.{key}", lang)
            for key in (PLAIN, PASSED, ANYWAY, MISSED, MARK)
        },
    )
    lanes = [_reach(one, lang) for one in _by_panel(found)]
    return Picture(
        reaches(lanes, caption), behind(text, _COLUMNS, [row(one, lang) for one in found], lang)
    )


def title(found: Sequence[Row], lang: str) -> str:
    """Of the marks of the weekly engine how many are kept, and how many without any measure too."""
    whole = summed(one for group, one in counted(found).items() if group != STATIC)
    return say("shock.pictures.against.title", lang, marks=whole.marks, **whole._asdict())


def groups(found: Sequence[Row], lang: str) -> list[str]:
    """The same, apart for what was fitted on, what was not, and the static mode."""
    return [
        say(f"shock.pictures.against.group.{group}", lang, marks=one.marks, **one._asdict())
        for group, one in counted(found).items()
    ]


def case(name: str, lang: str) -> str:
    """A case by its number and its title."""
    key = f"shock.pictures.case.{name}"
    return say(key, lang) if key in keys() else name


def result(one: Row, lang: str) -> str:
    """Kept, kept without any measure as well, missed, or shown without a mark."""
    return say(f"shock.pictures.result.{_KINDS[one.verdict]}", lang)


def row(one: Row, lang: str) -> tuple[str, ...]:
    """A row as people read it."""
    seen = one.observation
    numbers = (seen.observed, one.p5, one.p50, one.p95)
    cells = (amount(number, seen, lang) for number in numbers)
    said = (without(one, lang), wrong(one, lang), result(one, lang), seen.source)
    return case(seen.case, lang), reading(seen, lang), *cells, *said


def _by_panel(found: Sequence[Row]) -> list[Row]:
    order = list(dict.fromkeys(_panel(one) for one in found))
    return sorted(found, key=lambda one: order.index(_panel(one)))


def _panel(one: Row) -> tuple[str, str]:
    return one.observation.case, one.observation.unit


def _reach(one: Row, lang: str) -> Reach:
    seen = one.observation
    panel = say(
        "shock.pictures.against.panel", lang, case=case(seen.case, lang),
        unit=say(f"shock.pictures.unit_name.{seen.unit}", lang),
    )  # fmt: skip
    return Reach(
        panel, reading(seen, lang), _finite(one.p5), _finite(one.p50), _finite(one.p95),
        seen.observed, _finite(seen.low), _finite(seen.high), _KINDS[one.verdict],
        standing(one, lang), seen.note,
    )  # fmt: skip


def _finite(value: float) -> float | None:
    return value if isfinite(value) else None
