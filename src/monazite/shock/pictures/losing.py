"""Value added that is lost: by country, by sector and by both, with what leaks for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain.pictures.picture import Picture
from monazite.chain.pictures.wording import rounded
from monazite.charts.flow_shapes import Caption
from monazite.charts.reaches import PLAIN, reaches
from monazite.charts.shock_shapes import Reach
from monazite.shock.pictures.wording import banded, behind, rests, user
from monazite.shock.results.words import remarks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.results.outcome import Band, Loss, Outcome

MOST = 8
"""Lanes of a panel; the table behind the picture has all of them."""
LEAST = 0.05
"""Million US$: what is lost less reads as nothing."""
_COLUMNS = ("sector", "country", "lost", "leaked")


def losses(found: Outcome, title: str, lang: str) -> Picture:
    """The largest losses of a run, of the median draw."""
    lanes = [
        _reach(one, say(f"shock.pictures.losses.{panel}", lang), lang)
        for panel, rows in _panels(found).items() for one in rows
    ]  # fmt: skip
    source = " ".join([say("shock.pictures.losses.source", lang), rests(found, lang)])
    caption = Caption(_title(found, title, lang), source, "", {PLAIN: ""})
    rows = [_row(one, lang) for one in found.losses]
    text = [_told(one, lang) for one in found.losses if one.sector is None and one.country is None]
    return Picture(
        reaches(lanes, caption), behind([*text, *remarks(found, lang)], _COLUMNS, rows, lang)
    )


def largest(rows: list[Loss], most: int) -> list[Loss]:
    """Those that lose most at the median, without those that lose nothing."""
    ranked = sorted(rows, key=lambda one: -one.lost_musd.p95)
    ranked = sorted(ranked, key=lambda one: -one.lost_musd.p50)
    return [one for one in ranked if one.lost_musd.p95 >= LEAST][:most]


def _panels(found: Outcome) -> Mapping[str, list[Loss]]:
    """By key of their titles the panels; one for the whole where nothing is lost at all."""
    rows = found.losses
    panels = {
        "countries": [one for one in rows if one.sector is None and one.country is not None],
        "sectors": [one for one in rows if one.sector is not None and one.country is None],
        "both": [one for one in rows if one.sector is not None and one.country is not None],
    }
    kept = {name: some for name, each in panels.items() if (some := largest(each, MOST))}
    whole = [one for one in rows if one.sector is None and one.country is None]
    return kept or {"countries": whole}


def _title(found: Outcome, title: str, lang: str) -> str:
    (whole,) = (one for one in found.losses if one.sector is None and one.country is None)
    amount = money(whole.lost_musd, lang)
    return say("shock.pictures.losses.title", lang, scenario=title, amount=amount)


def money(band: Band, lang: str) -> str:
    """Millions of US$ with their band."""
    return say("shock.pictures.musd", lang, amount=millions(band, lang))


def millions(band: Band, lang: str) -> str:
    """The same as numbers alone."""
    return banded(band, lang, _whole)


def _whole(amount: float) -> str:
    """Tenths of a million are the least that counts."""
    return rounded(amount) if abs(amount) >= 1 else rounded(round(amount, 1))


def _reach(one: Loss, panel: str, lang: str) -> Reach:
    lost = one.lost_musd
    text = money(lost, lang)
    return Reach(
        panel, user(one.sector, one.country, lang), lost.p5, lost.p50, lost.p95, None, None, None,
        PLAIN, text, _told(one, lang),
    )  # fmt: skip


def _told(one: Loss, lang: str) -> str:
    return say(
        "shock.pictures.losses.told", lang, user=user(one.sector, one.country, lang),
        lost=money(one.lost_musd, lang), leaked=money(one.leaked_musd, lang),
    )  # fmt: skip


def _row(one: Loss, lang: str) -> tuple[str, ...]:
    sector = user(one.sector, None, lang)
    country = user(None, one.country, lang)
    return (
        sector,
        country,
        *(millions(each, lang) for each in (one.lost_musd, one.leaked_musd)),
    )
