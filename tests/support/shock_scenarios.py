"""Scenarios for tests: a short one, with lines added to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from monazite.shock.scenarios.compiling import Compiled, compiled
from monazite.shock.scenarios.reading import read
from support.shock_magnets import COUNTRIES, GOODS, magnets

if TYPE_CHECKING:
    from monazite.shock.model.model import Model
    from monazite.shock.scenarios.schema import Scenario

PLAIN = """
id: plain
title: {en: Plain, zh: 简单}
summary: {en: Nothing happens., zh: 什么也没有发生。}
sources: [a test]
starts: 2025-03-03
scope: [magnets, Ga]
"""


def said(add: str, folder: Path = Path()) -> Scenario:
    """The plain scenario with these lines; they may say `weeks` themselves."""
    return read(PLAIN + ("" if "\nweeks:" in f"\n{add}" else "weeks: 40\n") + add, folder)


def run_of(add: str, lag: int = 3) -> Compiled:
    """The same, compiled for the small world by hand."""
    return made(said(add), magnets(lag))


def made(scenario: Scenario, model: Model, year: int = 0) -> Compiled:
    """A scenario compiled for flows of a year; without one for those of the year that it is in."""
    first = scenario.starts
    return compiled(scenario, model, first, scenario.weeks, year or first.year)


def held(
    found: Compiled, good: str, target: str, column: str = "covered", source: str = "CHN"
) -> list[float]:
    """A column of a route, phase by phase; nothing where the route is not held at all."""
    edges, trade = found.schedule.edges, magnets().trade
    names = ["/".join(one) for one in GOODS]
    count = len(COUNTRIES)
    market = names.index(good) * count
    for place, row in enumerate(edges.edge):
        ends = trade.source[row] - market, trade.target[row] - market
        if ends == (COUNTRIES.index(source), COUNTRIES.index(target)):
            values: list[float] = getattr(edges, column)[:, place].tolist()
            return values
    return []
