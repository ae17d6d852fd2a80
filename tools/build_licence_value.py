"""Write docs/reference/value-of-a-licence.md: a licence's value beside the spread that was quoted.

With --check it only compares.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from monazite.chain.words import country
from monazite.shock.parameters.reading import packaged as parameters
from monazite.shock.response.answers.answering import answered
from monazite.shock.response.ask import Ask
from monazite.shock.response.assumptions.reading import packaged as assumptions
from monazite.shock.response.setting_of import posed
from monazite.shock.response.spreads import beside
from monazite.shock.scenarios.reading import packaged
from monazite.shock.validation.observed import observations
from paged import paged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from monazite.shock.response.results import Licence

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "value-of-a-licence.md"
SCENARIO, GOOD, LANG = "seven-rare-earths-2025-04", "Dy/refining", "en"
PLANNERS = ("EU", "JP", "US")
REFILLING = {0.0: "refilling is free", 0.1: "at a tenth of the price", 1.0: "at the price"}
"""What it costs to fill up stocks after the last month, as part of the price of the good."""
USUAL = 0.1
"""What the packaged assumptions say of it."""
PRINTED, MONTHS = "2025-05", 12
NEAR = 2.0
"""Values that differ by no more than this factor agree."""
HEAD = """# The value of a licence

What is one more kilogram of licensed dysprosium oxide worth? The market gave one answer in the
spring of 2025: what the oxide cost in Europe above its price in China. The planner's problem gives
another: the *dual* of the bound that the licensing queue sets, which is by how much what the
planner minds would fall if one more kilogram were licensed in that month. Here the two stand side
by side, whether they agree or not.

Written by `tools/build_licence_value.py`: `{scenario}`, {months} months from {first}, a budget of
nothing, one planner at a time, parameters `{parameters}` (`{digest}`),
assumptions `{assumptions}`.
"""
NOTES = """## How to read it

- **The value** is of a planner who knows from the first month on how the year will go, and shares
  out what comes as need is. What the planners lose at their best:
  {losses}.
  Where that is nothing, a licence saves no output: what is left is that stocks need less filling up
  after the last month. What that costs is an assumption of our own (`money.restocking`, {usual:g}
  of the price), so the page shows the value at three of them: a value that moves with it says
  nothing of scarcity.
- **The spread** is what the last buyer bid in a thin market, by people who did not know how the
  year would go. It holds fear, hoarding and the want of single plants, which the planner does not
  have.
- **The simulated spread** is the engine's quote outside less the price at home, at the medians of
  the parameters. It is no independent evidence: the parameters were fitted to 2025.
- **Month by month** a value that only grows by the interest is that of goods that keep: a kilogram
  in March is as good as one in the month in which it is wanted. A spread that rises and falls is
  not of this kind.
- A value of 0 means that the bound does not bind: that planner's plants take no more than is
  licensed, or nothing of this good from China.

Near means within a factor of {near:g}. The spread was printed in times of the price of March
(`monazite source {source}`); US$ a kilogram are of the price before in the world of the run.
`monazite respond --json` tells the dual of every good, row and month under `licences`.
"""


class Value(NamedTuple):
    """A planner's answer at a cost of refilling: by month the highest value of a licence.

    lost: million US$ of the planner's own; spreads, observed: by month, US$ a kg.
    """

    planner: str
    refilling: float
    lost: float
    values: dict[str, float]
    spreads: dict[str, float]
    observed: dict[str, float]


def asked(planner: str, refilling: float) -> Value:
    """The planner's problem with no money and nothing to spend it on: what cannot be helped."""
    ask = Ask(
        (planner,), ((packaged(SCENARIO), 1.0),), 0.0, months=MONTHS, ways=frozenset(), draws=0
    )
    made = posed(ask)
    money = made.setting.money._replace(restocking=refilling)
    found = answered(replace(made.setting, money=money))
    rows = beside(found.licences, made.runs, made.setting.horizon)
    return value(planner, refilling, found.expected_musd, rows)


def value(planner: str, refilling: float, lost: float, found: Sequence[Licence]) -> Value:
    """What licences for the good are worth to the planner."""
    rows = [one for one in found if one.good == GOOD]
    by_month = (_highest(rows, f"{name}_usd_kg") for name in ("value", "spread", "observed"))
    return Value(planner, refilling, lost, *by_month)


def _highest(rows: Sequence[Licence], member: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for one in rows:
        number = getattr(one, member)
        if number is not None:
            found[one.month] = max(number, found.get(one.month, 0.0))
    return found


def page(values: Sequence[Value]) -> str:
    """The whole page."""
    seen = next(row for row in observations(2025) if (row.reading, row.of) == ("spread", GOOD))
    head = HEAD.format(
        scenario=SCENARIO, months=MONTHS, first=f"{packaged(SCENARIO).starts:%Y-%m}",
        parameters=parameters().name, digest=parameters().digest, assumptions=assumptions().name,
    )  # fmt: skip
    usual = [each for each in values if each.refilling == USUAL]
    losses = ", ".join(
        f"{country(each.planner, LANG)} US$ {each.lost:,.0f} million" for each in usual
    )
    notes = NOTES.format(near=NEAR, usual=USUAL, source=seen.id, losses=losses)
    parts = (_beside(values), _verdict(values), _monthly(usual, values), [notes])
    return "\n\n".join([head.rstrip(), *("\n".join(part) for part in parts)])


def _known(values: Sequence[Value], member: str) -> dict[str, float]:
    """Spreads are one for all planners; those without a licence of any value do not say them."""
    return {month: x for one in values for month, x in getattr(one, member).items()}


def _worth(one: Value) -> float:
    return one.values.get(PRINTED, 0.0)


def _beside(values: Sequence[Value]) -> Iterator[str]:
    """May 2025, for which a spread was printed."""
    observed, spread = (_known(values, name)[PRINTED] for name in ("observed", "spreads"))
    yield f"## {PRINTED}: dysprosium oxide, US$ a kg\n"
    yield f"| planner | {' | '.join(REFILLING.values())} | spread, simulated | spread, quoted |"
    yield f"|---|{'---|' * len(REFILLING)}---|---|"
    for planner in PLANNERS:
        worth = [f"{_worth(one):,.0f}" for one in values if one.planner == planner]
        cells = [country(planner, LANG), *worth, f"{spread:,.0f}", f"{observed:,.0f}"]
        yield f"| {' | '.join(cells)} |"


def near(worth: float, observed: float) -> bool:
    """Whether two values differ by no more than `NEAR`."""
    return observed / NEAR <= worth <= observed * NEAR


def _verdict(values: Sequence[Value]) -> Iterator[str]:
    """Whether the two agree, and whether that hangs on what refilling costs."""
    observed = _known(values, "observed")[PRINTED]
    for planner in PLANNERS:
        own = [one for one in values if one.planner == planner]
        close = [REFILLING[one.refilling] for one in own if near(_worth(one), observed)]
        name = country(planner, LANG)
        if len(close) == len(own):
            yield f"- **{name}: they agree**, whatever refilling costs."
        elif close:
            low, high = min(map(_worth, own)), max(map(_worth, own))
            yield (
                f"- **{name}: no agreement that could be relied on.** The value is near "
                f"for “{'” and “'.join(close)}”, but goes from {low:,.0f} to {high:,.0f} by that "
                "cost alone, which is an assumption and no fact."
            )
        else:
            yield f"- **{name}: they do not agree**, whatever refilling costs."


def _monthly(usual: Sequence[Value], values: Sequence[Value]) -> Iterator[str]:
    """Every month of the year, planner by planner, at the usual cost."""
    months = sorted({month for one in usual for month in (*one.values, *one.spreads)})
    spread, observed = _known(values, "spreads"), _known(values, "observed")
    names = " | ".join(country(one.planner, LANG) for one in usual)
    yield f"## Month by month, refilling at {USUAL:g} of the price, US$ a kg\n"
    yield f"| month | {names} | spread, simulated | spread, quoted |"
    yield f"|---|{'---|' * len(usual)}---|---|"
    for month in months:
        worth = " | ".join(f"{one.values.get(month, 0.0):,.0f}" for one in usual)
        seen = f"{observed[month]:,.0f}" if month in observed else "-"
        yield f"| {month} | {worth} | {spread[month]:,.0f} | {seen} |"


def main() -> int:
    """Ask every planner at every cost of refilling, and write the page."""
    values = [asked(planner, refilling) for planner in PLANNERS for refilling in REFILLING]
    return paged(PAGE, page(values))


if __name__ == "__main__":
    sys.exit(main())
