"""What levers cost, lever by destination and horizon: the other side, and whoever holds them."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain.pictures.picture import Picture
from monazite.charts.flow_shapes import Caption
from monazite.charts.leverage_shapes import Square
from monazite.charts.matrix import GAIN, NONE, NOTHING, matrix
from monazite.shock.leverage.pictures.wording import (
    amount,
    behind,
    heads,
    known,
    main,
    mark,
    middle,
    place,
    sales,
    signed,
    titled,
    told,
    told_sales,
)
from monazite.shock.leverage.views import turned
from monazite.shock.pictures.losing import LEAST
from monazite.shock.pictures.wording import WORLD, capital, listed, rests
from monazite.shock.results.words import remarks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from monazite.shock.leverage.results import Leverage, LeverRow, Number

MOST = 6
"""Destinations of a holder that are drawn; the table behind the picture has all of them."""
_BOUNDS = (10.0, 100.0, 1000.0, 10000.0)
_COLUMNS = ("lever", "to", "months", "lost", "theirs", "own")
_KINDS: dict[str, Callable[[LeverRow], Number]] = {
    "lost": lambda row: row.other.lost,
    "theirs": lambda row: sales(row.other),
    "own": lambda row: sales(row.holder),
}
"""What is drawn of a holder's levers; sales of the other side only where some change."""


def costs(found: Leverage, lang: str) -> Picture:
    """Value added that the other side loses, and sales that the holder loses, by its levers."""
    rows = [
        row for row in _weighed(found) if row.other.country in _chosen(found, row.holder.country)
    ]
    cells = [cell for holder in _holders(rows) for cell in _group(found, rows, holder, lang)]
    source = [
        say("shock.leverage.costs.source", lang), of_tonnes(found, lang), uncounted(found, lang),
        rests(found, lang),
    ]  # fmt: skip
    caption = Caption(
        title=say("shock.leverage.costs.title", lang),
        source=" ".join(filter(None, source)),
        axis=say("shock.leverage.months", lang),
        labels={key: say(f"shock.leverage.costs.{key}", lang) for key in (GAIN, NOTHING, NONE)},
    )
    text = filter(None, [*heaviest(found, lang), unknown(found, lang), *remarks(found, lang)])
    table = [_row(found, row, lang) for row in found.rows]
    return Picture(matrix(cells, _steps(lang), caption), behind(text, _COLUMNS, table, lang))


def heaviest(found: Leverage, lang: str) -> list[str]:
    """For each holder in words which of its levers weighs most on a country, and what it costs."""
    months = main(found.horizons)
    said = []
    for holder in _holders(_weighed(found)):
        rows = [
            one for one in _weighed(found)
            if (one.holder.country, one.months) == (holder, months) and one.other.country != WORLD
        ]  # fmt: skip
        most = max(rows, key=_weight, default=None)
        if most is None or _weight(most) < LEAST:
            said.append(say("shock.leverage.costs.none_told", lang, holder=place(holder, lang)))
        else:
            said.append(_told(found, most, lang))
    return said


def _told(found: Leverage, row: LeverRow, lang: str) -> str:
    """A row in words; what does not change is left out, but for value added."""
    holder, to = place(row.holder.country, lang), place(row.other.country, lang)
    parts = [_lost(row, lang)]
    for one, seller, buyer in ((row.other, to, holder), (row.holder, holder, to)):
        if known(sales(one)):
            named = {"seller": seller, "buyer": buyer}
            parts.append(_changed("sales", sales(one), lang, mark(one), **named))
    parts += [
        _lost(one, lang) for one in found.rows
        if (one.lever, one.months, one.other.country) == (row.lever, row.months, WORLD)
    ]  # fmt: skip
    values = {"holder": holder, "to": to, "lever": heads(found)[row.lever].title[lang]}
    costs_ = say("shock.leverage.and", lang).join(parts)
    return say("shock.leverage.costs.told", lang, **values, months=row.months, costs=costs_)


def _lost(row: LeverRow, lang: str) -> str:
    return _changed("lost", row.other.lost, lang, to=place(row.other.country, lang))


def _changed(kind: str, number: Number, lang: str, marked: str = "", **named: str) -> str:
    """A loss said to be lost and a gain to be gained, so that no sign is to be read."""
    gained = number.band is not None and number.band.p50 <= -LEAST
    key = (
        f"shock.leverage.costs.told.{kind}_gained"
        if gained
        else f"shock.leverage.costs.told.{kind}"
    )
    amount_ = told(turned(number) if gained else number, lang) + marked
    return say(key, lang, **named, amount=amount_)


def of_tonnes(found: Leverage, lang: str) -> str:
    """What the mark behind sales of tonnes alone means; nothing where none has it."""
    marked = any(mark(side) for row in found.rows for side in (row.holder, row.other))
    return say("shock.leverage.of_tonnes", lang) if marked else ""


def unknown(found: Leverage, lang: str) -> str:
    """Which levers have no figure, in one sentence; nothing where all have."""
    names = [one.title[lang] for one in found.levers if not one.known]
    return say("shock.leverage.no_figure", lang, names=listed(names, lang)) if names else ""


def uncounted(found: Leverage, lang: str) -> str:
    """How many levers have no figure, in a few words; nothing where all have."""
    count = sum(not one.known for one in found.levers)
    return say("shock.leverage.uncounted", lang, count=count) if count else ""


def _holders(rows: Sequence[LeverRow]) -> list[str]:
    return list(dict.fromkeys(row.holder.country for row in rows))


def _weighed(found: Leverage) -> list[LeverRow]:
    """The rows of measures and easings: an answer is aimed at nobody."""
    titles = heads(found)
    return [row for row in found.rows if titles[row.lever].kind != "answer"]


def _weight(row: LeverRow) -> float:
    """What the other side loses, of value added or of sales, whichever is more."""
    return max(_size(row.other.lost), _size(sales(row.other)))


def _size(number: Number) -> float:
    return abs(number.band.p50) if number.band else 0.0


def _chosen(found: Leverage, holder: str) -> list[str]:
    """The destinations of a holder that lose most at the last horizon."""
    sizes: dict[str, float] = {}
    for row in _weighed(found):
        if row.holder.country == holder and row.months == max(found.horizons):
            country = row.other.country
            sizes[country] = max(sizes.get(country, 0.0), _weight(row))
    # The others together stand last.
    return sorted(sizes, key=lambda country: (country == WORLD, -sizes[country]))[:MOST]


def _group(found: Leverage, rows: Sequence[LeverRow], holder: str, lang: str) -> Iterator[Square]:
    """A matrix for each of `_KINDS`, lever by lever in their order."""
    titles, chosen = heads(found), _chosen(found, holder)
    mine = sorted(
        (row for row in rows if row.holder.country == holder),
        key=lambda row: chosen.index(row.other.country),
    )
    order = {one.id: n for n, one in enumerate(found.levers)}
    mine.sort(key=lambda row: order[row.lever])
    for kind, costs_ in _KINDS.items():
        numbers = [costs_(row) for row in mine]
        if kind == "theirs" and not any(map(known, numbers)):
            continue
        group = say(f"shock.leverage.costs.group.{kind}", lang, holder=place(holder, lang))
        for row, number in zip(mine, numbers, strict=True):
            yield Square(
                group, titles[row.lever].title[lang], capital(place(row.other.country, lang)),
                str(row.months), _step(number), _cell(number, lang), told(number, lang),
            )  # fmt: skip


def _step(number: Number) -> int | str:
    if number.band is None:
        return NONE
    value = number.band.p50
    if abs(value) < LEAST:
        return NOTHING
    return GAIN if value < 0 else bisect_right(_BOUNDS, value)


def _cell(number: Number, lang: str) -> str:
    """A cost without a sign; what is a gain with one."""
    if number.band is not None and number.band.p50 <= -LEAST:
        return signed(-number.band.p50)
    return middle(number, lang)


def _steps(lang: str) -> list[str]:
    said = [amount(bound) for bound in _BOUNDS]
    between = [
        say("shock.leverage.costs.between", lang, low=low, high=high)
        for low, high in pairwise(said)
    ]
    first = say("shock.leverage.costs.under", lang, high=said[0])
    return [first, *between, say("shock.leverage.costs.over", lang, low=said[-1])]


def _row(found: Leverage, row: LeverRow, lang: str) -> tuple[str, ...]:
    return (
        titled(heads(found)[row.lever], lang), place(row.other.country, lang), str(row.months),
        told(row.other.lost, lang), told_sales(row.other, lang), told_sales(row.holder, lang),
    )  # fmt: skip
