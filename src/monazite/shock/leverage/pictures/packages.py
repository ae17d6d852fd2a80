"""What packages are worth to each side, one below the other on one scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain.pictures.picture import Picture
from monazite.charts.balances import balances
from monazite.charts.flow_shapes import Caption
from monazite.shock.leverage.pictures.pauses import halves, weights
from monazite.shock.leverage.pictures.wording import (
    behind,
    main,
    mark,
    place,
    signed,
    told,
    told_sales,
)
from monazite.shock.pictures.wording import capital, listed, percent, rests
from monazite.shock.results.words import remarks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from monazite.charts.leverage_shapes import Weight
    from monazite.shock.leverage.results import Comparison, Gain, PackageValue

_COLUMNS = ("package", "given_by", "months", "side", "value_added", "sales")


def packages(found: Comparison, lang: str) -> Picture:
    """A panel for each package, a lane for each side's value added and sales at one horizon."""
    months = main(found.horizons)
    lanes = [lane for one in found.packages for lane in _panel(one, months, lang)]
    source = [say("shock.leverage.packages.source", lang, after=found.after)]
    source.append(of_tonnes(found, lang))
    source += uncounted(found.packages, lang)
    caption = Caption(
        title=say("shock.leverage.packages.title", lang, months=months),
        source=" ".join(filter(None, [*dict.fromkeys(source), rests(found, lang)])), axis="",
        labels=halves(lang),
    )  # fmt: skip
    text = [line for one in found.packages for line in spoken(one, months, lang)]
    text += more(found, months, lang)
    table = [row for one in found.packages for row in _rows(one, lang)]
    chart = balances(lanes, caption, is_one=True)
    return Picture(chart, behind([*text, *remarks(found, lang)], _COLUMNS, table, lang))


def whole(one: PackageValue, months: int) -> list[Gain]:
    """What each side gains by all of a package at a horizon."""
    return [each.gain for each in one.gains if each.giver is None and each.months == months]


def spoken(one: PackageValue, months: int, lang: str) -> Iterator[str]:
    """What a package is worth to each side in a sentence, and in how many draws to both."""
    sides = worth(whole(one, months), lang)
    values = {"package": one.title[lang], "months": months}
    yield say("shock.leverage.packages.told", lang, **values, sides=sides)
    if one.both is not None and one.opposed is not None:
        parts = {"both": percent(one.both), "opposed": percent(one.opposed)}
        yield say("shock.leverage.packages.both", lang, package=one.title[lang], **parts)


def uncounted(packages_: Iterable[PackageValue], lang: str) -> Iterator[str]:
    """Of what packages give, what is in none of their numbers, in a sentence."""
    names = [
        say("shock.leverage.lever", lang, holder=place(give.side, lang), title=give.title[lang])
        for one in packages_
        for give in one.gives
        if not give.countable
    ]
    if names:
        named = listed(dict.fromkeys(names), lang)
        yield say("shock.leverage.packages.uncounted", lang, names=named)


def given_by(giver: str | None, lang: str) -> str:
    """Who gives a part of a package; nobody: all of it."""
    return say("shock.leverage.packages.all", lang) if giver is None else place(giver, lang)


def worth(gains: Iterable[Gain], lang: str) -> str:
    """What sides gain, one after another."""
    said = [
        say(
            "shock.leverage.packages.side", lang, country=capital(place(one.country, lang)),
            lost=told(one.output, lang, signed), revenue=told_sales(one, lang, signed),
        )
        for one in gains
    ]  # fmt: skip
    return say("shock.leverage.and", lang).join(said)


def more(found: Comparison, months: int, lang: str) -> Iterator[str]:
    """What each later package brings more than the first, draw by draw, in a sentence."""
    titles = {one.id: one.title[lang] for one in found.packages}
    for name in dict.fromkeys(one.package for one in found.differences):
        some = [one for one in found.differences if (one.package, one.months) == (name, months)]
        values = {"package": titles[name], "than": titles[some[0].than], "months": months}
        sides = worth((one.gain for one in some), lang)
        yield say("shock.leverage.packages.more", lang, **values, sides=sides)


def of_tonnes(found: Comparison, lang: str) -> str:
    """What the mark behind sales of tonnes alone means; nothing where none has it."""
    marked = any(mark(each.gain) for one in found.packages for each in one.gains)
    return say("shock.leverage.of_tonnes", lang) if marked else ""


def _panel(one: PackageValue, months: int, lang: str) -> Iterator[Weight]:
    for gain in whole(one, months):
        yield from weights(one.title[lang], gain, "value_added", gain.country, lang)


def _rows(one: PackageValue, lang: str) -> Iterator[tuple[str, ...]]:
    for each in one.gains:
        gain = each.gain
        yield (
            one.title[lang], given_by(each.giver, lang), str(each.months),
            place(gain.country, lang), told(gain.output, lang, signed),
            told_sales(gain, lang, signed),
        )  # fmt: skip
