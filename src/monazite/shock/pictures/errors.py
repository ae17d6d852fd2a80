"""How far the months of a run are from what statistics say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue.texts import counted, say
from monazite.chain.pictures.wording import rounded
from monazite.shock.pictures.wording import amount, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.shock.results.outcome import Month

LEAST = 0.005
"""A smaller part rounds to no per cent."""
MANY = 2.0
"""A larger part is said as how many times as much."""


class Error(NamedTuple):
    """Over the months that are observed and lie whole in the run.

    mean: of the absolute errors of the medians, as parts of what was observed (MAPE); worst: the
    largest error with its sign, and its month; inside: months observed within the band.
    """

    months: int
    mean: float
    worst: float
    worst_month: str
    inside: int


def error(months: Sequence[Month]) -> Error | None:
    """Of the months of one meter; None where nothing, or nothing but 0 t, was observed."""
    known = [
        (one.flow_t.p50 / one.observed_t - 1, one)
        for one in months
        if one.whole and one.flow_t is not None and one.observed_t
    ]
    if not known:
        return None
    worst, when = max(known, key=lambda pair: abs(pair[0]))
    inside = sum(
        one.flow_t.p5 <= one.observed_t <= one.flow_t.p95
        for _, one in known
        if one.flow_t is not None and one.observed_t is not None
    )
    mean = sum(abs(found) for found, _ in known) / len(known)
    return Error(len(known), mean, worst, when.month, inside)


def said(found: Error | None, lang: str) -> str:
    """The error in words."""
    if found is None:
        return say("shock.pictures.error.none", lang)
    return counted(
        "shock.pictures.error.months", found.months, lang, mean=percent(found.mean),
        worst=off(found.worst, lang), month=found.worst_month, inside=found.inside,
    )  # fmt: skip


def wrong(one: Month, lang: str) -> str:
    """The error of the median of one month; of nothing that was observed, all that is simulated."""
    if one.flow_t is None or one.observed_t is None:
        return ""
    if one.observed_t:
        return off(one.flow_t.p50 / one.observed_t - 1, lang)
    if not one.flow_t.p50:
        return say("shock.pictures.error.right", lang)
    more = say("shock.pictures.unit.t", lang, value=amount(one.flow_t.p50))
    return say("shock.pictures.error.much", lang, part=more)


def off(part: float, lang: str) -> str:
    """An error as a part of what was observed: how much too much or too little."""
    if abs(part) < LEAST:
        return say("shock.pictures.error.right", lang)
    if part >= MANY:
        return say("shock.pictures.error.times", lang, times=rounded(1 + part))
    key = "much" if part > 0 else "little"
    return say(f"shock.pictures.error.{key}", lang, part=percent(abs(part)))
