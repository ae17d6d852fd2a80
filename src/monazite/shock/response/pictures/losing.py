"""What is lost month by month with and without the plan, a panel for each future."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain.pictures.picture import Picture
from monazite.chain.pictures.wording import listed
from monazite.charts.fans import fans
from monazite.charts.flow_shapes import Caption
from monazite.charts.shock_shapes import Ahead
from monazite.shock.pictures.wording import first_of, percent, user
from monazite.shock.response.pictures.behind import behind
from monazite.shock.response.saying import headline, remarks, rests
from monazite.shock.response.words import LEAST, millions, money, places, titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.shock.response.results import Chance, Course, Response

COLUMNS = ("future", "year", "user", "without", "with")
MOST = 4
"""Panels; the table behind the picture has all futures."""
_KEY = "shock.respond.picture.losses"


def losses(found: Response, lang: str) -> Picture:
    """The futures in which most is at stake, each in its panel with what is lost in all."""
    ranked = sorted(found.futures, key=lambda one: -one.probability * _without(found, one))
    shown = [one for one in ranked if _lost(found, one) >= LEAST][:MOST] or ranked[:1]
    panels = {one.future: _panel(one, lang) for one in shown}
    ahead = [
        one for future in shown for line in ("without", "with")
        for one in _line(found, future, panels[future.future], line, lang)
    ]  # fmt: skip
    under = {panels[one.future]: _under(found, one, lang) for one in shown}
    source = [say(f"{_KEY}.source", lang), rests(found, lang)]
    if more := [one.title[lang] for one in ranked if one not in shown]:
        source.insert(1, say(f"{_KEY}.more", lang, names=listed(more, lang)))
    title = say(f"{_KEY}.title", lang, places=places(found, lang))
    chart = fans(ahead, (), (), under, Caption(title, " ".join(source), "", {}))
    text = [
        headline(found, lang),
        *(say("shock.respond.picture.marginal.told", lang, what=panels[one.future],
              value=_under(found, one, lang)) for one in shown),
        *remarks(found, lang),
    ]  # fmt: skip
    names = titles(found, lang)
    rows = [
        (names[one.future], str(one.year), user(one.sector, one.country, lang),
         millions(one.without_musd), millions(one.with_musd))
        for one in found.losses
    ]  # fmt: skip
    return Picture(chart, behind(text, COLUMNS, rows, lang))


def _of(found: Response, future: Chance) -> list[Course]:
    return [one for one in found.course if one.future == future.future]


def _without(found: Response, future: Chance) -> float:
    return sum(one.without_musd for one in _of(found, future))


def _lost(found: Response, future: Chance) -> float:
    return max(sum(one.with_musd for one in _of(found, future)), _without(found, future))


def _panel(one: Chance, lang: str) -> str:
    told = {"title": one.title[lang], "part": percent(one.probability)}
    return say(f"{_KEY}.panel", lang, **told)


def _under(found: Response, one: Chance, lang: str) -> str:
    kept = sum(month.with_musd for month in _of(found, one))
    told = {"without": millions(_without(found, one)), "with": millions(kept)}
    return say(f"{_KEY}.under", lang, **told)


def _line(found: Response, future: Chance, panel: str, line: str, lang: str) -> Iterator[Ahead]:
    name = say(f"{_KEY}.{line}", lang)
    for one in _of(found, future):
        lost = one.without_musd if line == "without" else one.with_musd
        yield Ahead(panel, name, first_of(one.month), None, lost, None, money(lost, lang))
