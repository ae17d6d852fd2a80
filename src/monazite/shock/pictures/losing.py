"""Value added that is lost: by country, by sector and by both, with what leaks for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.chain.pictures.picture import Picture
from monazite.chain.pictures.wording import rounded
from monazite.charts.flow_shapes import Caption
from monazite.charts.reaches import PLAIN, reaches
from monazite.charts.shock_shapes import Reach
from monazite.shock.model.places import REST
from monazite.shock.pictures.wording import banded, behind, listed, rests, user
from monazite.shock.results.words import remarks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from monazite.shock.results.outcome import Band, Loss, Outcome

MOST = 8
"""Lanes of a panel; the table behind the picture has all of them."""
LEAST = 0.05
"""Million US$: what is lost less reads as nothing."""
COLUMNS = ("scenario", "sector", "country", "lost", "leaked", "missing", "without_it")
_SUMS = {"lost": "lost_musd", "leaked": "leaked_musd", "missing": "missing_musd",
         "without": "without_musd"}  # fmt: skip


def losses(found: Outcome, title: str, lang: str) -> Picture:
    """The largest losses of a run, number by number at the median; the world's at the head."""
    panels = {
        say(f"shock.pictures.losses.{panel}", lang): rows for panel, rows in _panels(found).items()
    }
    lanes = [*_sums(found, lang), *(
        reach(panel, user(one.sector, one.country, lang, one.good), one.lost_musd, lang)
        for panel, rows in panels.items() for one in rows if one.lost_musd
    )]  # fmt: skip
    notes = alone(found, lang)
    source = [say("shock.pictures.losses.source", lang), *notes, rests(found, lang)]
    amount = money(whole(found).lost_musd, lang)
    told = {"scenario": title, "amount": amount, "weeks": found.weeks}
    head = say("shock.pictures.losses.title", lang, **told)
    text = [_told(whole(found), found.weeks, lang), *notes, *remarks(found, lang)]
    chart = reaches(lanes, Caption(head, " ".join(source), "", {PLAIN: ""}))
    return Picture(chart, behind(text, COLUMNS, table({title: found}, lang), lang))


def whole(found: Outcome) -> Loss:
    """What the world loses."""
    return next(one for one in found.losses if one.sector is None and one.country is None)


def largest(rows: Iterable[Loss], most: int) -> list[Loss]:
    """Those that lose most at the median, without those that lose nothing or that nobody knows.

    What stands for want of other inputs counts as well.
    """
    ranked = sorted(((_stake(one), one) for one in rows), key=lambda pair: pair[0], reverse=True)
    return [one for (_, high), one in ranked if high >= LEAST][:most]


def _stake(one: Loss) -> tuple[float, float]:
    """All that is lost, at the median and the 95th percentile."""
    bands = [band for band in (one.lost_musd, one.missing_musd) if band is not None]
    return _counts(sum(band.p50 for band in bands)), _counts(sum(band.p95 for band in bands))


def _counts(amount: float) -> float:
    """An amount, or nothing where it is less than counts."""
    return amount if abs(amount) >= LEAST else 0.0


def alone(found: Outcome, lang: str) -> list[str]:
    """Of the sector that loses most under the rest of the world: whose plants stand alone."""
    pooled = {one.sector for one in found.losses if one.reason and one.sector}
    rest = [one for one in found.losses if one.country == REST and one.sector in pooled]
    first = next(iter(largest(rest, 1)), None)
    if first is None:
        return []
    places = [
        words.country(one.country, lang)
        for one in found.losses
        if one.sector == first.sector and one.country not in {None, REST} and not one.reason
        if one.country
    ]
    return [say(
        "shock.pictures.losses.alone", lang, sector=user(first.sector, None, lang),
        countries=listed(dict.fromkeys(places), lang), rest=words.country(REST, lang),
    )]  # fmt: skip


def table(runs: Mapping[str, Outcome], lang: str) -> list[tuple[str, ...]]:
    """Every loss of runs by their titles, as `COLUMNS` say."""
    return [(title, *_row(one, lang)) for title, run in runs.items() for one in run.losses]


def money(band: Band | None, lang: str) -> str:
    """Millions of US$ with their band."""
    if band is None:
        return say("shock.pictures.losses.unknown", lang)
    return say("shock.pictures.musd", lang, amount=millions(band, lang))


def millions(band: Band, lang: str) -> str:
    """The same as numbers alone."""
    return banded(band, lang, _amount)


def reach(panel: str, lane: str, lost: Band, lang: str) -> Reach:
    """A loss with its band as a lane."""
    ends = (_counts(lost.p5), _counts(lost.p50), _counts(lost.p95))
    return Reach(panel, lane, *ends, None, None, None, PLAIN, money(lost, lang), "")


def _panels(found: Outcome) -> Mapping[str, list[Loss]]:
    """By key of their titles the panels with anything that is lost."""
    rows = found.losses
    panels = {
        "countries": [one for one in rows if one.sector is None and one.country is not None],
        "sectors": [one for one in rows if one.sector is not None and one.country is None],
        "both": [one for one in rows if one.sector is not None and one.country is not None],
    }
    return {name: some for name, each in panels.items() if (some := largest(each, MOST))}


def _sums(found: Outcome, lang: str) -> Iterator[Reach]:
    """The world's loss, the part of it that leaks, and what stands beside it, if anything does."""
    one, panel = whole(found), say("shock.pictures.losses.whole", lang)
    for name, member in _SUMS.items():
        lost: Band | None = getattr(one, member)
        if lost is not None and (name == "lost" or lost.p95 >= LEAST):
            yield reach(panel, say(f"shock.pictures.losses.{name}", lang), lost, lang)


def _amount(amount: float) -> str:
    """Tenths of a million are the least that counts."""
    return rounded(amount) if abs(amount) >= 1 else rounded(round(amount, 1))


def _told(one: Loss, weeks: int, lang: str) -> str:
    return say(
        "shock.pictures.losses.told", lang, user=user(one.sector, one.country, lang), weeks=weeks,
        lost=money(one.lost_musd, lang), leaked=money(one.leaked_musd, lang),
    )  # fmt: skip


def _row(one: Loss, lang: str) -> tuple[str, ...]:
    sector = user(one.sector, None, lang, one.good)
    bands: Sequence[Band | None] = [getattr(one, member) for member in _SUMS.values()]
    unknown = say("shock.pictures.losses.unknown", lang)
    cells = (unknown if band is None else millions(band, lang) for band in bands)
    return sector, user(None, one.country, lang), *cells
