"""An answer as a workbook: a sheet for each part, what it rests on, and what is to be known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.facts.workbooks import Sheet, fitted, workbook
from monazite.shock.pictures.wording import user
from monazite.shock.response.saying import fares, headline, remarks, unmet, wishes
from monazite.shock.response.words import bound, portfolio, step, titles, way, what

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from monazite.facts.workbooks import Cell
    from monazite.shock.response.results import Response, Simulated

Rows = list[tuple["Cell", ...]]
_BANDS = ("without_musd", "with_musd", "saved_musd")


def xlsx(found: Response, lang: str) -> bytes:
    """The workbook in a language; numbers are numbers, money in million US$."""
    return workbook(
        Sheet(say(f"shock.respond.sheet.{name}", lang), heads, rows, fitted(heads, rows))
        for name, heads, rows in _sheets(found, lang)
    )


def _sheets(found: Response, lang: str) -> Iterator[tuple[str, Sequence[str], Rows]]:
    for name, (columns, rows) in _PARTS.items():
        heads = [say(f"shock.respond.head.{column}", lang) for column in columns]
        yield name, heads, rows(found, lang)


def _summary(found: Response, lang: str) -> Rows:
    """The first sentence, what cannot be met, and every remark."""
    said = (
        headline(found, lang), *wishes(found, lang), *fares(found, lang), *unmet(found, lang),
        *remarks(found, lang),
    )  # fmt: skip
    return [(line,) for line in said]


def _plan(found: Response, lang: str) -> Rows:
    return [
        (one.year, way(one.way, lang), step(one, lang), one.amount, one.unit, one.begun, one.ready,
         one.cost_musd, one.project)
        for one in found.plan
    ]  # fmt: skip


def _futures(found: Response, lang: str) -> Rows:
    return [(one.future, one.title[lang], one.probability) for one in found.futures]


def _losses(found: Response, lang: str) -> Rows:
    names = titles(found, lang)
    return [
        (names[one.future], one.year, user(one.sector, None, lang),
         words.country(one.country, lang), one.without_musd, one.with_musd,
         one.without_musd - one.with_musd)
        for one in found.losses
    ]  # fmt: skip


def _course(found: Response, lang: str) -> Rows:
    names = titles(found, lang)
    return [
        (names[one.future], one.month, one.without_musd, one.with_musd,
         one.without_musd - one.with_musd)
        for one in found.course
    ]  # fmt: skip


def _marginal(found: Response, lang: str) -> Rows:
    return [
        (say(f"shock.respond.marginal.{one.kind}", lang), one.good and what(one.good, lang),
         one.country and words.country(one.country, lang), one.value, one.per_dollar)
        for one in found.marginal
    ]  # fmt: skip


def _licences(found: Response, lang: str) -> Rows:
    names = titles(found, lang)
    return [
        (names[one.future], what(one.good, lang), words.country(one.origin, lang),
         words.country(one.country, lang), one.month, one.value_usd_kg, one.spread_usd_kg,
         one.observed_usd_kg)
        for one in found.licences
    ]  # fmt: skip


def _regrets(found: Response, lang: str) -> Rows:
    names = titles(found, lang)
    return [
        (portfolio(one.portfolio, lang), names[one.future], one.spent_musd, one.lost_musd,
         one.cost_musd, one.regret_musd)
        for one in found.regrets
    ]  # fmt: skip


def _binding(found: Response, lang: str) -> Rows:
    return [(bound(one, lang), one.cases / one.of, one.value, one.unit) for one in found.binding]


def _unmet(found: Response, lang: str) -> Rows:
    names = titles(found, lang)
    return [
        (names[one.future], one.month, what(one.what, lang),
         one.country and words.country(one.country, lang),
         one.origin and words.country(one.origin, lang), one.short,
         say(f"shock.respond.unmet.unit.{one.kind}", lang))
        for one in found.unmet
    ]  # fmt: skip


def _simulated(found: Response, lang: str) -> Rows:
    names = titles(found, lang)
    return [
        (names[one.future], say(f"shock.respond.head.{name.removesuffix('_musd')}", lang), planned,
         band.p5, band.p50, band.p95)
        for one in found.simulated
        for name, planned in zip(_BANDS, _planned(one), strict=True)
        for band in (getattr(one, name),)
    ]  # fmt: skip


def _planned(one: Simulated) -> tuple[float, float, float]:
    without, kept = one.planned_without_musd, one.planned_with_musd
    return without, kept, without - kept


def _assumed(found: Response, lang: str) -> Rows:
    return [
        (one.parameter or one.table, one.what[lang],
         say(f"shock.respond.sure.{one.confidence}", lang), one.why[lang])
        for one in found.assumed
    ]  # fmt: skip


_PARTS: dict[str, tuple[tuple[str, ...], Callable[[Response, str], Rows]]] = {
    "summary": (("what",), _summary),
    "plan": (
        ("year", "way", "step", "amount", "unit", "begun", "ready", "cost", "project"), _plan,
    ),
    "futures": (("id", "future", "probability"), _futures),
    "losses": (("future", "year", "sector", "country", "without", "with", "saved"), _losses),
    "course": (("future", "month", "without", "with", "saved"), _course),
    "marginal": (("what", "good", "country", "value", "per_dollar"), _marginal),
    "licences": (
        ("future", "good", "origin", "country", "month", "licence", "spread", "observed"),
        _licences,
    ),
    "regret": (("portfolio", "future", "spent", "lost", "all", "regret"), _regrets),
    "binding": (("what", "cases", "value", "unit"), _binding),
    "unmet": (("future", "month", "what", "country", "origin", "short", "unit"), _unmet),
    "simulated": (("future", "what", "planned", "p5", "p50", "p95"), _simulated),
    "assumed": (("id", "what", "sure", "why"), _assumed),
}  # fmt: skip
"""Sheets in their order: the keys of their heads, and what makes their rows."""
