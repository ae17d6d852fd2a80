"""What is compared with history, and by how much a run is off, in words."""

from __future__ import annotations

from math import isfinite, isinf, isnan
from typing import TYPE_CHECKING

from monazite.catalogue.texts import keys, say
from monazite.chain import words
from monazite.chain.pictures.wording import rounded
from monazite.shock.pictures.errors import off
from monazite.shock.pictures.wording import amount as tons
from monazite.shock.pictures.wording import capital, goods, listed, meter, percent, user
from monazite.shock.validation.readings import NOT_FALLEN
from monazite.shock.validation.rows import MAPE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.shock.validation.observed import Observation
    from monazite.shock.validation.rows import Row

_METERED = {"flow", "ratio", "recovery"}
_GOODS = {"spread", "paid", "fall"}
_SECTORS = {"first_halt", "lost"}
_RELATIVE = {"t", "times"}
"""Units in which an error is a part of what was observed."""
_PART = "part"
_FINE = 0.1
"""A smaller part is written to a tenth of a per cent."""


def reading(one: Observation, lang: str) -> str:
    """What an observation is of, with when."""
    after, _, before = one.when.partition(":")
    part, _, before = before.rpartition(":")
    said = {"of": _of(one, lang), "when": _when(one.when)}
    said |= {"after": _when(after), "before": _when(before)}
    if part:
        said["part"] = percent(float(part))
    return capital(say(f"shock.pictures.reading.{one.reading}", lang, **said))


def amount(value: float, one: Observation, lang: str) -> str:
    """A number of the kind of an observation; one without end never happens."""
    if isinf(value):
        return say("shock.pictures.never", lang)
    if _not_fallen(value, one):
        return say("shock.pictures.not_fallen", lang)
    return _in_unit(value, one.unit, lang)


def _not_fallen(value: float, one: Observation) -> bool:
    return one.reading == "recovery" and value == NOT_FALLEN


def without(one: Row, lang: str) -> str:
    """What the median is without any measure; nothing where that was not run."""
    if isnan(one.without):
        return ""
    return amount(one.without, one.observation, lang)


def _in_unit(value: float, unit: str, lang: str) -> str:
    if unit == _PART:
        return percent(value) if value >= _FINE or not value else f"{value:.1%}"
    shown = (tons if unit == "t" else rounded)(value)
    one = f"shock.pictures.unit.{unit}.one"
    key = one if shown == "1" and one in keys() else f"shock.pictures.unit.{unit}"
    return say(key, lang, value=shown)


def standing(one: Row, lang: str) -> str:
    """Simulated against observed with the error, and whether the mark is kept."""
    seen = one.observation
    return say(
        f"shock.pictures.against.{one.verdict or 'unmarked'}", lang, error=wrong(one, lang),
        simulated=amount(one.p50, seen, lang), observed=amount(seen.observed, seen, lang),
    )  # fmt: skip


def wrong(one: Row, lang: str) -> str:
    """The error of the median: a part of what was observed, or a difference in its unit."""
    if _not_fallen(one.p50, one.observation):
        return say("shock.pictures.not_fallen", lang)
    if not isfinite(one.error):
        return say("shock.pictures.happens_not", lang)
    if one.observation.reading == MAPE:
        return _in_unit(one.p50, _PART, lang)
    unit = one.observation.unit
    if unit in _RELATIVE and one.observation.observed:
        return off(one.error, lang)
    size = _points(abs(one.error), lang) if unit == _PART else _in_unit(abs(one.error), unit, lang)
    key = "much" if one.error > 0 else "little"
    return say(f"shock.pictures.error.{key}", lang, part=size)


def _points(part: float, lang: str) -> str:
    return say("shock.pictures.points", lang, value=rounded(100 * part))


def _when(text: str) -> str:
    return text.replace("..", "–")


def _of(one: Observation, lang: str) -> str:
    if one.reading in _METERED:
        return meter(one.of, lang)
    if one.reading in _GOODS:
        return goods(one.of, lang)
    if one.reading in _SECTORS:
        sector, _, place = one.of.partition(" ")
        return user(sector, place or None, lang)
    if one.reading == "share":
        return say("shock.pictures.of", lang, **dict(zip(
            ("part", "whole"), (meter(name, lang) for name in one.of.split()), strict=True
        )))  # fmt: skip
    if one.reading == "through_hubs":
        name, *hubs = one.of.split()
        said = {"goods": goods(name, lang), "hubs": listed(_countries(hubs, lang), lang)}
        return say("shock.pictures.through", lang, **said)
    if one.reading == "kept":
        return meter(f"{one.of.replace(' ', '/')}-all", lang)
    if one.reading == "approved":
        return office(one.of, lang)
    return ""


def office(name: str, lang: str) -> str:
    """A queue of a licensing office by its name; one of a scenario of one's own as it stands."""
    key = f"shock.pictures.office.{name}"
    return say(key, lang) if key in keys() else name


def _countries(names: Sequence[str], lang: str) -> list[str]:
    return [words.country(name, lang) for name in names]
