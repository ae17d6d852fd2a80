"""How the names and numbers of leverage are written for people."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.chain.pictures.wording import rounded
from monazite.charts.behind import Behind
from monazite.shock.leverage.results import Side
from monazite.shock.pictures.losing import LEAST
from monazite.shock.pictures.wording import WORLD, banded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from monazite.shock.leverage.results import Gain, Leverage, LeverHead, Number
    from monazite.shock.results.outcome import Band

MAIN = 12
"""The horizon, in months, that is shown where there is room for one: the longest up to it."""
_MINUS = "−"
_OF_TONNES = "*"


def main(horizons: Sequence[int]) -> int:
    """The horizon that is shown where there is room for one."""
    return max((one for one in horizons if one <= MAIN), default=min(horizons))


def place(country: str, lang: str) -> str:
    """A country by ISO3; all others by WORLD."""
    if country == WORLD:
        return say("shock.leverage.others", lang)
    return words.country(country, lang)


def known(number: Number) -> Band | None:
    """The band of a number, where what it says is more than nothing."""
    band = number.band
    return band if band and max(abs(band.p5), abs(band.p50), abs(band.p95)) >= LEAST else None


def amount(value: float) -> str:
    """Millions: three digits that count, tenths at the least, and a minus of the right length."""
    if abs(value) < LEAST:
        return "0"
    text = rounded(value) if abs(value) >= 1 else rounded(round(value, 1))
    return text.replace("-", _MINUS)


def signed(value: float) -> str:
    """The same with its sign: what is better and what is worse."""
    text = amount(value)
    return text if text == "0" or text.startswith(_MINUS) else f"+{text}"


def told(number: Number, lang: str, shown: Callable[[float], str] = amount) -> str:
    """A number with its band, or why there is none."""
    return why(number, lang) if number.band is None else banded(number.band, lang, shown)


def middle(number: Number, lang: str, shown: Callable[[float], str] = amount) -> str:
    """The median alone, or a sign: of what was never sold, or of what is not known."""
    if number.band is None:
        return say(f"shock.leverage.{'none' if number.reason == 'no_flow' else 'unknown'}", lang)
    return shown(number.band.p50)


def sales(one: Side | Gain) -> Number:
    """What a side loses, or gains, of its sales; at the old price where the new one is not known.

    Who bears a duty is not modelled: then tonnes alone are known, and `mark` says so.
    """
    if one.revenue.band is not None:
        return one.revenue
    tonnes = one.unsold if isinstance(one, Side) else one.tonnes
    return one.revenue if tonnes.band is None else tonnes


def mark(one: Side | Gain) -> str:
    """A sign behind sales that are of tonnes alone."""
    return "" if sales(one) is one.revenue else _OF_TONNES


def told_sales(one: Side | Gain, lang: str, shown: Callable[[float], str] = amount) -> str:
    """Sales with their band, marked where they are of tonnes alone."""
    return told(sales(one), lang, shown) + mark(one)


def why(number: Number, lang: str) -> str:
    """Why there is no number."""
    return say(f"shock.leverage.reason.{number.reason}", lang)


def weeks(value: float) -> str:
    """A whole number of weeks."""
    return f"{value:.0f}"


def heads(found: Leverage) -> dict[str, LeverHead]:
    """The levers of a result by their ids."""
    return {one.id: one for one in found.levers}


def titled(lever: LeverHead, lang: str) -> str:
    """A lever with its holder, as a heading says it."""
    told_ = {"holder": place(lever.holder, lang), "title": lever.title[lang]}
    return say("shock.leverage.lever", lang, **told_)


def months_until(month: str, first_day: str) -> int:
    """Months from the first day to the first of a month (YYYY-MM)."""
    first, then = date.fromisoformat(first_day), date.fromisoformat(f"{month}-01")
    return (then.year - first.year) * 12 + then.month - first.month


def behind(
    text: Iterable[str], columns: Sequence[str], rows: Iterable[Sequence[str]], lang: str
) -> Behind:
    """What stands behind a picture; columns are keys of `shock.leverage.head`."""
    return Behind(
        text=tuple(text),
        name=say("chain.pictures.table", lang),
        columns=tuple(say(f"shock.leverage.head.{column}", lang) for column in columns),
        rows=tuple(tuple(row) for row in rows),
    )
