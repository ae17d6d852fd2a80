"""What a planner is told: the plan, what binds it, what the next dollar buys, how it fares.

Money is million US$. Sums that the plan weighs (public money, expected losses, regret) are
discounted to the first month; losses by year and by month, and what is simulated with what was
planned beside it, are as they come.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from monazite.shock.response.setting import Way
from monazite.shock.results.outcome import Band  # noqa: TC001 - the schema is made of it
from monazite.shock.results.ran import Assumption  # noqa: TC001 - likewise

Portfolio = Literal[Way, "nothing", "freed", "mix"]
"""What is compared by regret: each policy that alone keeps the wishes, none at all, the plan.

freed: the best plan without cap and service, where any was asked for.
"""
Bound = Literal[
    "budget", "cap", "service", "permit", "capacity", "route", "store", "purchase", "plant",
    "programme", "finished",
]  # fmt: skip
"""Kinds of constraints that bind.

permit: licences of a month; capacity: plants that stand; route: what a row of trade can carry;
store, purchase: what a store holds, and what may be bought in a month; plant: the most of a plant
that may be built; programme, finished: the largest part of a use.
"""


@dataclass(frozen=True, slots=True)
class Chance:
    """A future: the scenario, its title in English and Chinese, and how likely it is, of 1."""

    future: str
    title: dict[str, str]
    probability: float


@dataclass(frozen=True, slots=True)
class Step:
    """A part of the plan in a year: a policy, what it is about, how much of it, at what cost.

    what: a good ("Dy/refining"), of finished goods the sector; sector: whose use another material
    takes over; project: its id in the table of projects, null of a plant of no name; name: what a
    project or programme is called; amount in `unit`: "t" bought, "t/a" of capacity begun or bound
    by a price floor, "part" of a use; begun: the first month (YYYY-MM) of the year in which it is
    bought or begun; ready: the first in which it helps, null where it does at once; cost_musd:
    public money, expected where a price floor pays.
    """

    year: int
    way: Way
    what: str
    sector: str | None
    country: str
    project: str | None
    name: str | None
    amount: float
    unit: Literal["t", "t/a", "part"]
    begun: str
    ready: str | None
    cost_musd: float


@dataclass(frozen=True, slots=True)
class Loss:
    """Value added that a sector of the planner's countries loses in a future by a year."""

    future: str
    year: int
    sector: str
    country: str
    without_musd: float
    with_musd: float


@dataclass(frozen=True, slots=True)
class Course:
    """Value added that the planner's countries lose in a future in a month (YYYY-MM), in all."""

    future: str
    month: str
    without_musd: float
    with_musd: float


@dataclass(frozen=True, slots=True)
class Marginal:
    """What a little more would be worth: at a stage of a good in a country, or of the budget.

    kind: "budget" (US$ of loss avoided per US$), "capacity" (million US$ per t a month more from
    the first month on), "stock" (US$ a kg more in stock at the start); per_dollar: the worth of a
    dollar spent there, null where its price is not known.
    """

    kind: Literal["budget", "capacity", "stock"]
    stage: str | None
    good: str | None
    country: str | None
    value: float
    per_dollar: float | None


@dataclass(frozen=True, slots=True)
class Licence:
    """The value of a licence: what one more kilogram licensed in a month would be worth, US$ a kg.

    value: the dual of the bound, as if the future came; spread: the quoted price outside less the
    price at home, as the simulation has it; observed: as printed, null where it is not known.
    """

    future: str
    good: str
    origin: str
    country: str
    month: str
    value_usd_kg: float
    spread_usd_kg: float | None
    observed_usd_kg: float | None


@dataclass(frozen=True, slots=True)
class Regret:
    """What a portfolio costs in a future, and how much more than the best of them there.

    spent: public money in that future, which price floors can take beyond the budget; lost: value
    added; cost: all that the programme counts.
    """

    portfolio: Portfolio
    future: str
    spent_musd: float
    lost_musd: float
    cost_musd: float
    regret_musd: float


@dataclass(frozen=True, slots=True)
class Binding:
    """A constraint that binds: what, where, in how many of its months and futures, its dual.

    what: a good or a sector, null of the budget; country: of a cap the supplier; value: what one
    `unit` more would save, million US$, the largest of all cases.
    """

    kind: Bound
    what: str | None
    country: str | None
    cases: int
    of: int
    value: float
    unit: Literal["million US$", "t/month", "t", "part"]


@dataclass(frozen=True, slots=True)
class Unmet:
    """A demand that cannot be met, by how much; the remedy is a weaker wish, or more time.

    kind: the wish that fails. "service": what is a sector, country whose it is, short the "part" of
    the output of the month that is lost; origin null. "cap": what is a good, origin the country
    that supplies more of it than it may, short the "t" in the month beyond the cap; country null,
    as the cap is on all of the planner's countries together.
    """

    kind: Literal["service", "cap"]
    what: str
    country: str | None
    origin: str | None
    future: str
    month: str
    short: float
    unit: Literal["part", "t"]


@dataclass(frozen=True, slots=True)
class Simulated:
    """A future by the week-by-week simulation, lost in the planner's countries.

    draws: of the parameters; planned: what the programme thought; without, with: the simulation
    without and with the plan; saved: of the difference, draw by draw.
    """

    future: str
    draws: int
    planned_without_musd: float
    planned_with_musd: float
    without_musd: Band
    with_musd: Band
    saved_musd: Band


@dataclass(frozen=True, slots=True)
class Solved:
    """The programme: its size, how it was solved, and how far the optimum may be off."""

    status: str
    columns: int
    rows: int
    entries: int
    building_seconds: float
    solving_seconds: float
    gap: float


@dataclass(frozen=True, slots=True)
class Response:
    """The answer to a planner.

    countries: whose losses count (ISO3, or EU); scope: goods of the scenario; budget: null without
    a limit; first: the first month (YYYY-MM), months: how many; ways: the policies that were
    allowed; feasible: false where what must be kept cannot be, then `unmet` says what, and the rest
    is of the relaxed programme; expected_without, expected: losses, mean of the futures; spent:
    public money, mean of the futures, and so is what the budget bounds: floors are paid as the
    prices of a future come; assumptions, parameters: the sets of numbers, with the hash of the
    latter; assumed: what the plan rests on that nothing was fitted on; notes: what is to be known,
    in English and Chinese.
    """

    scenario: str
    countries: tuple[str, ...]
    scope: tuple[str, ...]
    budget_musd: float | None
    first: str
    months: int
    ways: tuple[Way, ...]
    whole: bool
    futures: tuple[Chance, ...]
    world_year: int
    assumptions: str
    parameters: str
    parameters_hash: str
    feasible: bool
    spent_musd: float
    expected_without_musd: float
    expected_musd: float
    plan: tuple[Step, ...]
    losses: tuple[Loss, ...]
    course: tuple[Course, ...]
    marginal: tuple[Marginal, ...]
    licences: tuple[Licence, ...]
    regrets: tuple[Regret, ...]
    binding: tuple[Binding, ...]
    unmet: tuple[Unmet, ...]
    simulated: tuple[Simulated, ...]
    solved: Solved
    assumed: tuple[Assumption, ...]
    notes: tuple[dict[str, str], ...]
