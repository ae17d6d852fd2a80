"""What a result of a scenario depends on: parameters as bars, the heaviest at the head."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain.pictures.picture import Picture
from monazite.charts.flow_shapes import Caption
from monazite.charts.parts import ALONE, GROWN, parts
from monazite.charts.shock_shapes import Part
from monazite.shock.parameters.reading import packaged
from monazite.shock.pictures.wording import behind, capital, meter, percent, rests
from monazite.shock.results.words import remarks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.shock.results.sensitivities import Sensitivities
    from monazite.shock.runs.sensitivity import Sensitivity

MOST, LEAST = 12, 0.005
"""Lanes of a picture, and the total order below which there is none: the table behind it has all
parameters."""
_WHOLE = 100
_COLUMNS = ("parameter", "alone", "in_all")


def sensing(found: Sensitivities, result: str, title: str, lang: str) -> Picture:
    """What one of `sensitivity.Result` depends on; of a flow that of the first meter.

    A result that does not vary has no bars.
    """
    rows = of(found, result)
    lanes = [
        Part(what(one, lang), one.first, one.total, bounds(one, lang), one.parameter)
        for one in rows[:MOST]
        if one.first is not None and one.total is not None and one.total >= LEAST
    ]  # fmt: skip
    named = capital(named_result(rows, found.weeks, lang))
    head = say("shock.pictures.sensing.title", lang, result=named, scenario=title)
    source = [summed(rows, lang), say("shock.pictures.sensing.source", lang), rests(found, lang)]
    labels = {key: say(f"shock.pictures.sensing.{key}", lang) for key in (ALONE, GROWN)}
    chart = parts(lanes, Caption(head, " ".join(source), "", labels))
    cells = [(what(one, lang), alone(one), in_all(one)) for one in rows]
    return Picture(chart, behind([source[0], *remarks(found, lang)], _COLUMNS, cells, lang))


def of(found: Sensitivities, result: str) -> list[Sensitivity]:
    """Of a result to every parameter, the heaviest in all at the head."""
    first = next(one.meter for one in found.sensitivities if one.result == result)
    rows = [one for one in found.sensitivities if (one.result, one.meter) == (result, first)]
    return sorted(rows, key=lambda one: -(one.total or 0.0))


def named_result(rows: Sequence[Sensitivity], weeks: int, lang: str) -> str:
    """What rows are of, in words; weeks: over which it is."""
    one = rows[0]
    of_ = "" if one.meter is None else meter(one.meter, lang)
    return say(f"shock.pictures.sensing.result.{one.result}", lang, meter=of_, weeks=weeks)


def summed(rows: Sequence[Sensitivity], lang: str) -> str:
    """How much of the variance parameters explain alone, all together, with its error.

    Nothing is clipped: where chance of the points makes it less than nothing or more than all, it
    is said.
    """
    known = [one.first for one in rows if one.first is not None]
    if not known:
        return say("shock.pictures.sensing.nothing", lang)
    part, error = sum(known), hypot(*(one.first_error or 0.0 for one in rows))
    key = "sum" if 0 <= part <= 1 else "noise"
    told = {"part": percent(part), "error": round(_WHOLE * error)}
    return say(f"shock.pictures.sensing.{key}", lang, **told)


def what(one: Sensitivity, lang: str) -> str:
    """The parameter in words."""
    row = next(row for row in packaged().rows if row.knob == one.parameter)
    return str(getattr(row.what, lang))


def alone(one: Sensitivity) -> str:
    """The first order with its standard error; nothing where the result does not vary."""
    return _with_error(one.first, one.first_error)


def in_all(one: Sensitivity) -> str:
    """The total order with its standard error, likewise."""
    return _with_error(one.total, one.total_error)


def bounds(one: Sensitivity, lang: str) -> str:
    """Both orders in words."""
    return say("shock.pictures.sensing.both", lang, alone=alone(one), all=in_all(one))


def _with_error(part: float | None, error: float | None) -> str:
    if part is None or error is None:
        return ""
    # Rounded first: what is a little below nothing is no −0.
    return f"{round(_WHOLE * part)}% ± {round(_WHOLE * error)}".replace("-", "−")
