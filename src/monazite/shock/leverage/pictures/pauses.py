"""What a pause of a lever is worth to each side, both from the same numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain.pictures.picture import Picture
from monazite.charts.balances import LESS, MORE, balances
from monazite.charts.flow_shapes import Caption
from monazite.charts.leverage_shapes import Weight
from monazite.shock.leverage.pictures.costs import of_tonnes, uncounted, unknown
from monazite.shock.leverage.pictures.wording import (
    behind,
    heads,
    known,
    main,
    place,
    sales,
    signed,
    titled,
    told,
    told_sales,
)
from monazite.shock.pictures.wording import capital, percent, rests
from monazite.shock.results.words import remarks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.shock.leverage.results import Gain, Leverage, Number, Pause

MOST, MOST_TO = 5, 4
"""Levers that are drawn, and destinations of each, the heaviest first; the table has all."""
_COLUMNS = ("lever", "months", "side", "value_added", "sales", "both")


def pauses(found: Leverage, lang: str) -> Picture:
    """A panel for each lever on a scale of its own, two lanes for each destination.

    Of each side that of its two numbers which changes more; the table behind has both.
    """
    shown = _shown(found)
    lanes = [lane for one in shown for lane in _pair(one, found, lang)]
    source = [say("shock.leverage.pauses.source", lang), of_tonnes(found, lang),
              uncounted(found, lang), rests(found, lang)]  # fmt: skip
    caption = Caption(
        title=headed(found, lang), source=" ".join(filter(None, source)), axis="",
        labels=halves(lang),
    )  # fmt: skip
    text = [*(spoken(one, found, lang) for one in shown), unknown(found, lang)]
    table = [row for one in found.pauses for row in _rows(one, found, lang)]
    chart = balances(lanes or [_nothing(found, lang)], caption, is_one=False)
    said = filter(None, [*text, *remarks(found, lang)])
    return Picture(chart, behind(said, _COLUMNS, table, lang))


def _shown(found: Leverage) -> list[Pause]:
    """The heaviest pauses of the heaviest levers."""
    by_lever: dict[str, list[Pause]] = {}
    for one in heaviest(found):
        if _weight(one) > 0:
            by_lever.setdefault(one.lever, []).append(one)
    return [one for each in list(by_lever.values())[:MOST] for one in each[:MOST_TO]]


def headed(found: Leverage, lang: str) -> str:
    """What a pause of how many days from which day on, and up to when it is counted."""
    values = {"days": found.pause_days, "from_day": found.pause_from}
    return say("shock.leverage.pauses.title", lang, **values, months=main(found.horizons))


def halves(lang: str) -> dict[str, str]:
    """The words of both halves of a balance."""
    return {key: say(f"shock.leverage.balance.{key}", lang) for key in (LESS, MORE)}


def at_main(found: Leverage) -> list[Pause]:
    """The pauses as far as the horizon that is shown where there is room for one."""
    return [one for one in found.pauses if one.months == main(found.horizons)]


def heaviest(found: Leverage) -> list[Pause]:
    """These, those that are worth most to either side at the head."""
    return sorted(at_main(found), key=lambda one: -_weight(one))


def spoken(one: Pause, found: Leverage, lang: str) -> str:
    """What a pause is worth to the other side, and to the holder, in words."""
    values = {
        "lever": heads(found)[one.lever].title[lang], "days": one.days,
        "holder": place(one.holder.country, lang), "to": place(one.other.country, lang),
        "lost": told(one.other.output, lang, signed),
        "revenue": told_sales(one.holder, lang, signed),
    }  # fmt: skip
    return say("shock.leverage.pauses.told", lang, **values)


def weights(panel: str, gain: Gain, first: str, colour: str, lang: str) -> list[Weight]:
    """The lanes of a side: its value added and its sales, but for what does not change.

    first: the one of both that stays where neither changes; colour: key of it.
    """
    numbers = {"value_added": gain.output, "sales": sales(gain)}
    changed = [name for name, one in numbers.items() if one.band is None or known(one)]
    return [_lane(panel, gain, name, colour, lang) for name in changed or [first]]


def _lane(panel: str, gain: Gain, name: str, colour: str, lang: str) -> Weight:
    values = {
        "country": capital(place(gain.country, lang)),
        "what": say(f"shock.leverage.{name}", lang),
    }
    lane = say("shock.leverage.balance.lane", lang, **values)
    is_sales = name == "sales"
    number = sales(gain) if is_sales else gain.output
    text = told_sales(gain, lang, signed) if is_sales else told(number, lang, signed)
    band = number.band
    low, half, high = (band.p5, band.p50, band.p95) if band else (None, None, None)
    return Weight(panel, lane, colour, low, half, high, text, panel)


def _pair(one: Pause, found: Leverage, lang: str) -> Iterator[Weight]:
    """A lane for each side of a pause: that of its numbers which changes more."""
    panel, to = titled(heads(found)[one.lever], lang), place(one.other.country, lang)
    for gain, colour, first in (
        (one.other, "other", "value_added"),
        (one.holder, "holder", "sales"),
    ):
        numbers = {"value_added": gain.output, "sales": sales(gain)}
        sizes = {name: _size(number) for name, number in numbers.items()}
        name = max(sizes, key=lambda name: (sizes[name], name == first))
        lane = _lane(panel, gain, name, colour, lang)
        if colour == "holder":
            values = {"lane": lane.lane, "to": to}
            lane = replace(lane, lane=say("shock.leverage.pauses.toward", lang, **values))
        yield lane


def _nothing(found: Leverage, lang: str) -> Weight:
    """A lane that says that no pause changes anything that counts."""
    text = say("shock.leverage.pauses.nothing", lang, days=found.pause_days)
    return Weight("", "", "", None, None, None, text, "")


def _weight(one: Pause) -> float:
    sides = (one.other, one.holder)
    return max(_size(number) for side in sides for number in (side.output, sales(side)))


def _size(number: Number) -> float:
    band = known(number)
    return abs(band.p50) if band else 0.0


def _rows(one: Pause, found: Leverage, lang: str) -> Iterator[tuple[str, ...]]:
    sides: tuple[Gain, ...] = (one.other, one.holder)
    both = "" if one.both is None else percent(one.both)
    for side in sides:
        yield (
            titled(heads(found)[one.lever], lang), str(one.months), place(side.country, lang),
            told(side.output, lang, signed), told_sales(side, lang, signed), both,
        )  # fmt: skip
