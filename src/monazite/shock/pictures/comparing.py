"""What two runs lose, side by side, with what the second loses more or less."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain.pictures.picture import Picture
from monazite.charts.flow_shapes import Caption
from monazite.charts.reaches import PLAIN, reaches
from monazite.shock.pictures.losing import COLUMNS, alone, largest, reach, table
from monazite.shock.pictures.wording import LETTERS, behind, between, lettered, rests, user
from monazite.shock.results.words import remarks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from monazite.charts.shock_shapes import Reach
    from monazite.shock.results.comparison import Comparison
    from monazite.shock.results.outcome import Band, Loss, Outcome

    Who = tuple[str | None, str | None, str | None]

MOST = 6
"""Panels below that of the world; the table behind the picture has all losses."""


def compared_losses(runs: Mapping[str, Outcome], less: Comparison, lang: str) -> Picture:
    """The world, then the sectors by country that lose most in either run, a panel for each.

    less: what the second loses more or less than the first, draw by draw.
    """
    whole = list(runs.values())
    lost = {letter: _lost(run.losses) for letter, run in zip(LETTERS, whole, strict=False)}
    lost[say("shock.pictures.losses.less", lang)] = _lost(less.losses)
    lanes = [one for who in _chosen(whole) for one in _panel(who, lost, lang)]
    notes = list(dict.fromkeys(line for run in whole for line in alone(run, lang)))
    source = [*lettered(runs, lang), say("shock.pictures.losses.source", lang), *notes]
    source += [rests(run, lang) for run in whole]
    caption = Caption(
        say(
            "shock.pictures.losses.beside", lang, scenario=between(runs, lang), weeks=less.weeks
        ),
        " ".join(dict.fromkeys(source)), "", {PLAIN: ""},
    )  # fmt: skip
    text = dict.fromkeys([*notes, *(line for run in whole for line in remarks(run, lang))])
    return Picture(reaches(lanes, caption), behind(text, COLUMNS, table(runs, lang), lang))


def _lost(rows: tuple[Loss, ...]) -> dict[Who, Band]:
    return {(one.sector, one.country, one.good): one.lost_musd for one in rows if one.lost_musd}


def _chosen(runs: list[Outcome]) -> list[Who]:
    users = [
        (one.sector, one.country, one.good)
        for run in runs
        for one in largest((row for row in run.losses if row.sector and row.country), MOST)
    ]
    return [(None, None, None), *dict.fromkeys(users)][: MOST + 1]


def _panel(who: Who, lost: Mapping[str, Mapping[Who, Band]], lang: str) -> Iterator[Reach]:
    sector, country, good = who
    for name, found in lost.items():
        if who in found:
            yield reach(user(sector, country, lang, good), name, found[who], lang)
