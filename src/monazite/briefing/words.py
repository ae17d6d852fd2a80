"""Numbers, days and figures as a person reads them, in English and Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.countries import name as country_name
from monazite.catalogue.texts import keys as known
from monazite.catalogue.texts import say
from monazite.trade.monthly.published import CENT
from monazite.trade.monthly.series import WORLD

if TYPE_CHECKING:
    from decimal import Decimal

    from monazite.trade.monthly.claims import Verdict
    from monazite.trade.monthly.figures import Figure
    from monazite.trade.periods import Period

_BODIES = frozenset({"EU", "WTO", "INT"})
_MONTHS_A_YEAR = 12


def number(value: Decimal) -> str:
    """A number with its own digits, thousands apart; 5864.6 is "5,864.6"."""
    plain = value.normalize() if value == value.to_integral_value() else value
    return f"{plain:,f}".replace("-", "−")


def change(value: Decimal) -> str:
    """A change with its sign and its own digits: "+22.57", "−5.67"."""
    return ("+" if value > 0 else "") + f"{value:,f}".replace("-", "−")


def shown(figure: Figure, lang: str) -> str:
    """The figure with its unit, or that it cannot be said."""
    if figure.value is None:
        return say("brief.unknown", lang)
    text = change(figure.value) if figure.unit == "%" else number(figure.value)
    return with_unit(text, figure.unit, lang)


def with_unit(text: str, unit: str, lang: str) -> str:
    """A written number with its unit; series of a few kilograms are told in kg."""
    return say("brief.unit.kg" if unit == "kg" else f"trade.unit.{unit}", lang, value=text)


def why(reason: str | None, lang: str) -> str:
    """Why a figure is unknown."""
    return say(f"trade.reason.{reason}", lang) if reason else ""


def place(to: str, lang: str) -> str:
    """A destination of statistics: a country, or all of them."""
    return say("trade.world", lang) if to == WORLD else country_name(to, lang)


def jurisdiction(code: str, lang: str) -> str:
    """Who makes the law: a country, the Union or an organisation."""
    return say(f"brief.body.{code}", lang) if code in _BODIES else country_name(code, lang)


def confidence(word: str, lang: str) -> str:
    """How far a row can be trusted, be it a figure, an entry of the law or a claim."""
    key = f"brief.confidence.{word}"
    return say(key if key in known() else f"trade.confidence.{word}", lang)


def verdict(found: Verdict, lang: str) -> str:
    """Whether a printed change follows from the levels, and what they give."""
    said = say(f"trade.verdict.{found.state}", lang)
    if found.interval is None:
        return say("trade.verdict.why", lang, verdict=said, reason=why(found.reason, lang))
    ends = {name: rounded(getattr(found.interval, name)) for name in ("low", "high")}
    key = "within" if ends["low"] != ends["high"] else "exactly"
    return say(f"brief.verdict.{key}", lang, verdict=said, **ends)


def rounded(value: Decimal) -> str:
    """A change to two decimals with its sign; a rounded-off fall is no fall."""
    return change(value.quantize(CENT) + 0)


def state(word: str, lang: str) -> str:
    """The state of a measure."""
    return say(f"status.{word}", lang)


def series_name(series: str, to: str, lang: str) -> str:
    """The name of a series with its destination."""
    name = say(f"trade.series.{series}", lang)
    return say("brief.series", lang, series=name, place=place(to, lang))


def month_name(period: Period, lang: str) -> str:
    """The period as a title says it: May 2025, January and February 2026, 2026年1月和2月."""
    numbers = [index % _MONTHS_A_YEAR + 1 for index in (period.first, period.last)]
    names = [say(f"brief.month.{number}", lang) for number in dict.fromkeys(numbers)]
    year = period.first // _MONTHS_A_YEAR
    return say(f"brief.months.{len(names)}", lang, year=year, first=names[0], last=names[-1])
