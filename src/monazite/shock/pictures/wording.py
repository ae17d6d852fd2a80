"""How names and numbers of a shock are written for people."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from monazite.catalogue.texts import keys, say
from monazite.chain import words
from monazite.chain.pictures.wording import rounded
from monazite.chain.stages import MAGNET, STAGES
from monazite.charts.behind import Behind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from monazite.shock.results.outcome import Band
    from monazite.shock.results.ran import Ran

WORLD = "WORLD"
LETTERS = ("A", "B", "C", "D")
"""Of runs that are held against each other."""
_ALL = "-all"
_WHOLE = 100
_HASH = 12
"""Signs of a hash that tell it from any other; the table behind has all of them."""


def goods(name: str, lang: str) -> str:
    """A good ("Dy/refining"), a material or a family of them ("magnets")."""
    material, _, stage = name.partition("/")
    key = f"shock.pictures.goods.{material}"
    said = say(key, lang) if key in keys() else words.material(material, lang)
    if stage not in STAGES or stage == MAGNET:  # what a magnet is made of says so
        return said
    return say("shock.pictures.good", lang, material=said, stage=words.stage(stage, lang))


def meter(name: str, lang: str) -> str:
    """What a meter counts: goods and, after the last stroke, where they go.

    "magnets/WORLD", "magnets/USA": out of China; "rare-earths/JPN-all": out of all countries;
    "antimony/THA-USA": out of one to another.
    """
    what, _, where = name.rpartition("/")
    if not what:
        return goods(where, lang)
    every, place = where.endswith(_ALL), where.removesuffix(_ALL)
    if place in STAGES:
        return goods(name, lang)
    if place == WORLD:
        return say("shock.pictures.meter.world", lang, goods=goods(what, lang))
    source, _, target = place.rpartition("-")
    said = {"goods": goods(what, lang), "country": words.country(target, lang)}
    if source:
        return say("shock.pictures.meter.pair", lang, source=words.country(source, lang), **said)
    return say(f"shock.pictures.meter.{'every' if every else 'country'}", lang, **said)


def capital(text: str) -> str:
    """The text with its first letter large, as a title begins."""
    return text[:1].upper() + text[1:]


def user(sector: str | None, country: str | None, lang: str, good: str | None = None) -> str:
    """A sector in a country; of no sector all of them, of no country the world.

    good: that the plants of a sector use that is many.
    """
    if sector is None:
        return words.country(country, lang) if country else say("shock.pictures.whole", lang)
    # The chain's users of traction magnets are electric cars; here all cars stand for them.
    key = f"shock.pictures.sector.{sector}"
    said = say(key, lang) if key in keys() else words.sector(sector, lang)
    if good is not None:
        said = say("shock.pictures.sector_of", lang, sector=said, good=goods(good, lang))
    if country is None:
        return said
    return say("shock.pictures.user", lang, sector=said, country=words.country(country, lang))


def between(titles: Iterable[str], lang: str) -> str:
    """Titles of runs held against each other; of one itself."""
    return say("shock.pictures.against", lang).join(titles)


def lettered(titles: Collection[str], lang: str) -> list[str]:
    """Which letter stands for which of several runs; nothing of one."""
    pairs = zip(LETTERS, titles, strict=False)
    said = [say("shock.pictures.letter", lang, letter=a, title=title) for a, title in pairs]
    return said if len(said) > 1 else []


def first_of(month: str) -> date:
    """The first day of a month (YYYY-MM)."""
    return date.fromisoformat(f"{month}-01")


def banded(band: Band, lang: str, shown: Callable[[float], str] = rounded) -> str:
    """The median with its band; the median alone where all draws agree as far as it is written."""
    low, middle, high = (shown(x).replace("-", "−") for x in (band.p5, band.p50, band.p95))
    if low == high:
        return middle
    return say("shock.pictures.banded", lang, low=low, middle=middle, high=high)


def amount(value: float) -> str:
    """A mass as statistics print it: whole from a hundred up, else with three digits that count."""
    return f"{value:,.0f}" if abs(value) >= _WHOLE else rounded(value)


def rests(found: Ran, lang: str) -> str:
    """In one line what a run rests on; `results.words.remarks` says it in full."""
    said = {
        "draws": f"{found.draws:,}", "parameters": found.parameters,
        "hash": found.parameters_hash[:_HASH], "year": found.world_year,
        "assumed": sum(row.parameter is not None for row in found.assumed),
        "tables": sum(row.table is not None for row in found.assumed),
    }  # fmt: skip
    return say(f"shock.pictures.rests.{'median' if found.draws == 1 else 'draws'}", lang, **said)


def percent(part: float) -> str:
    """A part of 1 in whole per cent, below nothing too."""
    return f"−{words.percent(-part)}" if part < 0 else words.percent(part)


def listed(parts: Iterable[str], lang: str) -> str:
    """Things one after another, in the punctuation of the language."""
    return say("chain.pictures.between", lang).join(parts)


def behind(
    text: Iterable[str], columns: Sequence[str], rows: Iterable[Sequence[str]], lang: str
) -> Behind:
    """What stands behind a picture; columns are keys of `shock.pictures.head`."""
    return Behind(
        text=tuple(text),
        name=say("chain.pictures.table", lang),
        columns=tuple(say(f"shock.pictures.head.{column}", lang) for column in columns),
        rows=tuple(tuple(row) for row in rows),
    )
