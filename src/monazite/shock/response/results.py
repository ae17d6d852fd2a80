"""What a planner is told: the plan, what binds it, what the next dollar buys, how it fares."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A part of the plan in a year: a policy, what it is about, how much of it, at what cost.

    way: of `WAYS`; what: a good ("Dy/refining"), a plant or project, a programme, a sector;
    amount in `unit`: "t" bought, "t/a" of capacity begun, "part" of a use; ready: the first month
    (YYYY-MM) in which it helps, null where it does at once; cost_musd: public money, discounted.
    """

    year: int
    way: str
    what: str
    country: str
    project: str | None
    amount: float
    unit: str
    ready: str | None
    cost_musd: float


@dataclass(frozen=True, slots=True)
class Loss:
    """Value added that a sector loses in a future by a year, million US$."""

    future: str
    year: int
    sector: str
    country: str
    without_musd: float
    with_musd: float


@dataclass(frozen=True, slots=True)
class Marginal:
    """What a little more would be worth: at a stage of a good in a country, or of the budget.

    kind: "budget" (US$ of loss avoided per US$), "capacity" (million US$ per t a month more from
    the first month on), "stock" (US$ a kg more in stock at the start); per_dollar: the worth of a
    dollar spent there, null where its price is not known.
    """

    kind: str
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
    """What a portfolio costs in a future, million US$, and how much more than the best of them."""

    portfolio: str
    future: str
    spent_musd: float
    lost_musd: float
    cost_musd: float
    regret_musd: float


@dataclass(frozen=True, slots=True)
class Binding:
    """A constraint that binds: what, where, in how many of its months and futures, its dual."""

    kind: str
    what: str
    country: str | None
    cases: int
    of: int
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Unmet:
    """A demand that cannot be met, by how much; the remedy is a weaker wish, or more time."""

    kind: str
    what: str
    country: str
    future: str
    month: str
    short: float
    unit: str


@dataclass(frozen=True, slots=True)
class Simulated:
    """A future by the week-by-week simulation, million US$ lost in the planner's countries.

    draws: of the parameters; planned_musd: what the programme thought; without, with: bands (5th,
    50th, 95th percentile) of the simulation without and with the plan; saved: of the difference,
    draw by draw.
    """

    future: str
    draws: int
    planned_without_musd: float
    planned_with_musd: float
    without_musd: tuple[float, float, float]
    with_musd: tuple[float, float, float]
    saved_musd: tuple[float, float, float]


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

    countries: whose losses count; budget_musd; first, months: the horizon; feasible: false where
    what must be kept cannot be, then `unmet` says what and the rest is of the relaxed programme;
    expected_without_musd, expected_musd: losses over the futures; spent_musd: public money; notes:
    what is to be known, in English and Chinese.
    """

    countries: tuple[str, ...]
    scope: tuple[str, ...]
    budget_musd: float
    first: str
    months: int
    futures: tuple[tuple[str, float], ...]
    assumptions: str
    parameters: str
    feasible: bool
    spent_musd: float
    expected_without_musd: float
    expected_musd: float
    plan: tuple[Step, ...]
    losses: tuple[Loss, ...]
    marginal: tuple[Marginal, ...]
    licences: tuple[Licence, ...]
    regrets: tuple[Regret, ...]
    binding: tuple[Binding, ...]
    unmet: tuple[Unmet, ...]
    simulated: tuple[Simulated, ...]
    solved: Solved
    notes: tuple[dict[str, str], ...]
