"""Regret: what each portfolio costs more than the best of them, future by future."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue.texts import say
from monazite.chain.pictures.picture import Picture
from monazite.charts.flow_shapes import Caption
from monazite.charts.grids import grids
from monazite.charts.response_shapes import Square
from monazite.shock.response.pictures.behind import behind
from monazite.shock.response.saying import remarks, rests
from monazite.shock.response.words import chances, millions, places, portfolio, titled, titles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from monazite.shock.response.results import Portfolio, Regret, Response

COLUMNS = ("portfolio", "future", "spent", "lost", "all", "regret")
_KEY = "shock.respond.picture.regret"
_MOST, _STEPS = 6, 5
"""Futures with a column of their own; steps of the colours."""


class Weighed(NamedTuple):
    """The regret of a portfolio over all futures: expected, the largest, and in which."""

    portfolio: Portfolio
    expected: float
    worst: float
    future: str
    spent: float
    lost: float


def regret(found: Response, lang: str) -> Picture:
    """A row for each portfolio, the least regret at the head; a column for each future."""
    ranked = weighed(found)
    chart = grids(list(_squares(found, ranked, lang)), Caption(
        say(f"{_KEY}.title", lang, places=places(found, lang)),
        f"{say(f'{_KEY}.source', lang)} {rests(found, lang)}", "", {},
    ))  # fmt: skip
    names = titles(found, lang)
    told = [
        say(
            f"{_KEY}.told", lang, portfolio=portfolio(one.portfolio, lang),
            expected=millions(one.expected), worst=millions(one.worst), future=names[one.future],
        )
        for one in ranked
    ]  # fmt: skip
    rows = [_row(one, names, lang) for one in found.regrets]
    return Picture(chart, behind([*told, *remarks(found, lang)], COLUMNS, rows, lang))


def weighed(found: Response) -> list[Weighed]:
    """The portfolios over all futures, the least expected regret at the head."""
    chance = chances(found)
    by_name: dict[Portfolio, list[Regret]] = {}
    for one in found.regrets:
        by_name.setdefault(one.portfolio, []).append(one)
    sums = []
    for name, each in by_name.items():
        worst = max(each, key=lambda one: one.regret_musd)
        expected, spent, lost = (
            sum(chance[one.future] * getattr(one, member) for one in each)
            for member in ("regret_musd", "spent_musd", "lost_musd")
        )
        sums.append(Weighed(name, expected, worst.regret_musd, worst.future, spent, lost))
    return sorted(sums, key=lambda one: one.expected)


def _squares(found: Response, ranked: Sequence[Weighed], lang: str) -> Iterator[Square]:
    """The expected regret and the worst first, then that of each future."""
    shown = sorted(found.futures, key=lambda one: -one.probability)[:_MOST]
    at = {(one.portfolio, one.future): one for one in found.regrets}
    sums = {name: say(f"{_KEY}.{name}", lang) for name in ("expected", "worst")}
    columns = {
        sums["expected"]: [one.expected for one in ranked],
        sums["worst"]: [one.worst for one in ranked],
        **{
            titled(one, lang): [at[name.portfolio, one.future].regret_musd for name in ranked]
            for one in shown
        },
    }
    tips = {
        titled(one, lang): [_tip(at[name.portfolio, one.future], lang) for name in ranked]
        for one in shown
    }
    high = max((one for each in columns.values() for one in each), default=0.0)
    for n, name in enumerate(ranked):
        for column, each in columns.items():
            tip = tips[column][n] if column in tips else ""
            step = None if each[n] <= min(each) else _step(each[n], high)
            yield Square(portfolio(name.portfolio, lang), column, step, millions(each[n]), tip)


def _step(value: float, high: float) -> int:
    return min(int(_STEPS * value / high), _STEPS - 1) if high else 0


def _tip(one: Regret, lang: str) -> str:
    told = {"cost": one.cost_musd, "lost": one.lost_musd, "spent": one.spent_musd}
    return say(f"{_KEY}.tip", lang, **{name: millions(value) for name, value in told.items()})


def _row(one: Regret, names: dict[str, str], lang: str) -> tuple[str, ...]:
    sums = (one.spent_musd, one.lost_musd, one.cost_musd, one.regret_musd)
    return portfolio(one.portfolio, lang), names[one.future], *map(millions, sums)
