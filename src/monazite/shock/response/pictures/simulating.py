"""The plan week by week in the simulation, beside what the programme planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain.pictures.picture import Picture
from monazite.charts.flow_shapes import Caption
from monazite.charts.reaches import PLAIN, reaches
from monazite.charts.shock_shapes import Reach
from monazite.shock.pictures.wording import banded
from monazite.shock.response.pictures.behind import behind
from monazite.shock.response.saying import remarks, rests
from monazite.shock.response.words import millions, places, titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.shock.response.results import Response, Simulated
    from monazite.shock.results.outcome import Band

COLUMNS = ("future", "what", "simulated", "planned")
_KEY = "shock.respond.picture.simulated"


def simulated(found: Response, lang: str) -> Picture:
    """A panel for each future: lost without the plan, lost with it, and what it saves."""
    names = titles(found, lang)
    lanes = [lane for one in found.simulated for lane in _lanes(one, names[one.future], lang)]
    chart = reaches(lanes, Caption(
        say(f"{_KEY}.title", lang, places=places(found, lang)),
        f"{say(f'{_KEY}.source', lang)} {rests(found, lang)}", "", {PLAIN: ""},
    ))  # fmt: skip
    told = [
        say(f"{_KEY}.told", lang, future=names[one.future], planned=millions(saved(one)),
            saved=banded(one.saved_musd, lang, millions))
        for one in found.simulated
    ]  # fmt: skip
    table = [
        (names[one.future], what, banded(band, lang, millions), millions(planned))
        for one in found.simulated for what, band, planned in parts(one, lang)
    ]  # fmt: skip
    return Picture(chart, behind([*told, *remarks(found, lang)], COLUMNS, table, lang))


def parts(one: Simulated, lang: str) -> list[tuple[str, Band, float]]:
    """What is lost without and with the plan and what is saved: simulated, and as planned."""
    return [
        (say("shock.respond.head.without", lang), one.without_musd, one.planned_without_musd),
        (say("shock.respond.head.with", lang), one.with_musd, one.planned_with_musd),
        (say(f"{_KEY}.saved", lang), one.saved_musd, saved(one)),
    ]


def saved(one: Simulated) -> float:
    """What the programme thought that the plan saves."""
    return one.planned_without_musd - one.planned_with_musd


def _lanes(one: Simulated, title: str, lang: str) -> Iterator[Reach]:
    for what, band, planned in parts(one, lang):
        told = {"band": banded(band, lang, millions), "planned": millions(planned)}
        text = say(f"{_KEY}.text", lang, **told)
        ends = (band.p5, band.p50, band.p95)
        yield Reach(title, what, *ends, planned, None, None, PLAIN, text, "")
