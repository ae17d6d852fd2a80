"""Where the next dollar should go: what a little more is worth, by stage and country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.chain.pictures.picture import Picture
from monazite.chain.pictures.wording import rounded
from monazite.chain.stages import STAGES
from monazite.charts.flow_shapes import Caption
from monazite.charts.response_shapes import Worth
from monazite.charts.worths import worths
from monazite.shock.model.places import REST
from monazite.shock.response.pictures.behind import behind
from monazite.shock.response.saying import remarks, rests
from monazite.shock.response.words import places
from monazite.shock.response.words import what as short

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from monazite.shock.response.results import Marginal, Response

COLUMNS = ("what", "value", "per_dollar")
MOST, _BESIDE = 12, 6
"""Lanes of what has a price, and of what has none; the table behind the picture has all."""
_KEY = "shock.respond.picture.marginal"
_CENT, _CENTS = 0.005, 2
"""What a dollar saves less reads as nothing."""
_ABOVE = 1000.0
"""What a dollar saves more is told as more: a first gram at next to no price says no rate."""


def marginal(found: Response, lang: str) -> Picture:
    """What a dollar saves in each place, the most at the head; then what has no price."""
    lanes = [*_priced(found, lang), *_unpriced(found, lang)]
    panel = say(f"{_KEY}.per_dollar", lang)
    source = [*budget(found, lang), say(f"{_KEY}.source", lang), rests(found, lang)]
    chart = worths(lanes, {panel: 1.0}, Caption(
        say(f"{_KEY}.title", lang, places=places(found, lang)), " ".join(source), "", {}
    ))  # fmt: skip
    told = [
        say(f"{_KEY}.told", lang, what=what(one, lang), value=value(one, lang))
        for one in ranked(found)[:MOST]
    ] or [say(f"{_KEY}.none", lang)]
    rows = [(what(one, lang), value(one, lang), dollar(one, lang)) for one in ranked(found)]
    text = [*budget(found, lang), *told, *remarks(found, lang)]
    return Picture(chart, behind(text, COLUMNS, rows, lang))


def budget(found: Response, lang: str) -> list[str]:
    """What a dollar more in the budget saves, where that is known."""
    return [
        say(f"{_KEY}.budget", lang, amount=rounded(round(one.value, _CENTS)))
        if one.value >= _CENT
        else say(f"{_KEY}.no_budget", lang)
        for one in found.marginal
        if one.kind == "budget"
    ]


def ranked(found: Response) -> list[Marginal]:
    """Places where more would be worth something: what a dollar saves most first.

    The rest of the world is no place where a planner could spend it.
    """
    known = [
        one
        for one in found.marginal
        if one.kind != "budget" and one.country != REST and one.value > 0
    ]
    return sorted(known, key=lambda one: (one.per_dollar is None, -(one.per_dollar or one.value)))


def what(one: Marginal, lang: str) -> str:
    """More of what, and where."""
    named = {
        "good": short(one.good or "", lang),
        "country": words.country(one.country, lang) if one.country else "",
    }
    return say(f"{_KEY}.what.{one.kind}", lang, **named)


def value(one: Marginal, lang: str) -> str:
    """What a little more is worth, in its unit."""
    unit = "per_month" if one.kind == "capacity" else "kg"
    return say(f"shock.respond.{unit}", lang, amount=rounded(one.value))


def dollar(one: Marginal, lang: str) -> str:
    """What a dollar saves there; nothing where its price is not known."""
    if one.per_dollar is None:
        return ""
    if one.per_dollar > _ABOVE:
        return say("shock.respond.per_dollar_over", lang, amount=rounded(_ABOVE))
    return say("shock.respond.per_dollar", lang, amount=rounded(one.per_dollar))


def _priced(found: Response, lang: str) -> Iterator[Worth]:
    panel = say(f"{_KEY}.per_dollar", lang)
    known = [(one, one.per_dollar) for one in ranked(found) if one.per_dollar is not None]
    for one, saved in known[:MOST]:
        told = {"dollar": dollar(one, lang), "value": value(one, lang)}
        text = say(f"{_KEY}.text", lang, **told)
        yield Worth(panel, what(one, lang), _stage(one, lang), min(saved, _ABOVE), text, "")


def _unpriced(found: Response, lang: str) -> Iterator[Worth]:
    known = [one for one in ranked(found) if one.per_dollar is None]
    for kind in ("capacity", "stock"):
        yield from _beside([one for one in known if one.kind == kind][:_BESIDE], lang)


def _beside(known: Sequence[Marginal], lang: str) -> Iterator[Worth]:
    for one in known:
        panel = say(f"{_KEY}.{one.kind}", lang)
        yield Worth(panel, what(one, lang), _stage(one, lang), one.value, value(one, lang), "")


def _stage(one: Marginal, lang: str) -> str:
    return words.stage(one.stage, lang) if one.stage in STAGES else ""
