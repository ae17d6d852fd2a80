"""What a planner's problem is made of: the world, the futures, the options, and the limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    import numpy as np
    from numpy.typing import NDArray

    from monazite.shock.model.model import Floats, Ints, Model

WEEKS = 365.2425 / 7 / 12
"""Weeks in a month."""
Way = Literal["stockpile", "plants", "offtake", "recycling", "substitution", "finished"]
"""Kinds of policy."""
WAYS: tuple[Way, ...] = (
    "stockpile",
    "plants",
    "offtake",
    "recycling",
    "substitution",
    "finished",
)


class Horizon(NamedTuple):
    """Months that are planned: the first day of the first of them, and how many there are."""

    first: date
    months: int


@dataclass(frozen=True, slots=True, eq=False)
class Future:
    """One way in which things may come, and how likely it is.

    wanted: months x users, of 1 as before any shock; available: months x makers, the highest
    activity; free: months x licensed rows, t that need no licence; permit: months x licensed rows,
    t for which licences are granted in the month; price: months x goods, US$ a kg quoted outside;
    held: months x markets, t of stock that nobody lets go of by the month's end, None for none.
    """

    name: str
    probability: float
    wanted: Floats
    available: Floats
    free: Floats
    permit: Floats
    price: Floats
    held: Floats | None = None


class World(NamedTuple):
    """The supply chain as a planner sees it, by month.

    licensed: rows of trade that a measure of some future reaches; most: t a month at most on each
    row, months x rows; lag: whole months on the way, rows; stock: t in each market before the first
    month, with what its users hold; weight: of a user's lost value added, 1 in the planner's
    countries; planner: indices of these; overtime: output beyond the usual by which lost output is
    caught up, of 1; kept: the part of owed output that is still waited for a month later; replaced:
    t a month of each input of users that another grade replaces by itself, months x inputs.
    """

    model: Model
    planner: Ints
    licensed: Ints
    most: Floats
    lag: Ints
    stock: Floats
    weight: Floats
    overtime: float
    kept: float
    replaced: Floats


class Stores(NamedTuple):
    """Markets that may be stockpiled.

    market: which; most_t: that the store may hold; month_t: that may be bought in a month without
    moving the price; price: US$ a kg paid, premium included; holding: part of the value a year.
    """

    market: Ints
    most_t: Floats
    month_t: Floats
    price: Floats
    holding: float


class Plants(NamedTuple):
    """Plants that may be built or bound by a price floor; one row for each.

    name: what people read; project: id of the table of projects, or "" for a plant of no name; way:
    "plants" or "recycling"; market: where its output goes; inputs: for each the markets and t per t
    of output; besides: likewise what comes with it, as the other elements of a separation do;
    ready: months from its begin to its first output, permits included; from_month,
    until_month: in which it may be begun (of the horizon); least, most: t a month of output; fixed,
    capex: million US$, and per t a month; running: million US$ per t; floor: US$ a kg at which it
    pays, NaN where no floor can be given; whole: all or nothing.
    """

    name: tuple[str, ...]
    project: tuple[str, ...]
    way: tuple[Way, ...]
    market: Ints
    inputs: tuple[tuple[tuple[int, float], ...], ...]
    besides: tuple[tuple[tuple[int, float], ...], ...]
    ready: Ints
    from_month: Ints
    until_month: Ints
    least: Floats
    most: Floats
    fixed: Floats
    capex: Floats
    running: Floats
    floor: Floats
    whole: NDArray[np.bool_]


class Programmes(NamedTuple):
    """Substitution programmes of users' inputs, and finished goods bought in the place of output.

    name: what people read; input: for each the rows of users' inputs that it reaches; share: of
    these the part that it replaces when it is done; ready: months until then; cost: million US$.
    """

    name: tuple[str, ...]
    input: tuple[Ints, ...]
    share: Floats
    ready: Ints
    cost: Floats


class Finished(NamedTuple):
    """Finished goods that may be bought where plants stand: users, most (part of output), cost.

    cost: the part of the value added that is lost all the same; ready: months until they flow;
    arranging: million US$ per part of output that is arranged for.
    """

    user: Ints
    most: Floats
    cost: Floats
    ready: Ints
    arranging: Floats


class Limits(NamedTuple):
    """What a plan must keep.

    budget: million US$ of public money; cap: share of one country in what reaches the planner of a
    good, 1 for none, and from which month; service: users whose output may not be lost, and for
    how many months each; tail: weight of the mean of the worst futures, and which part of them is
    the worst.
    """

    budget: float
    cap: float
    cap_from: int
    service: Ints
    service_until: Ints
    tail_weight: float
    tail: float


class Money(NamedTuple):
    """Rates: discount a year; restocking: of the price, paid at the end for what stocks lack."""

    discount: float
    restocking: float


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """Everything that a programme is made of.

    ways: the policies that are allowed; whole: whether plants are all or nothing (a MILP); shared:
    whether what is scarce goes to all users of a market in proportion, as in the simulation.
    """

    horizon: Horizon
    world: World
    futures: tuple[Future, ...]
    stores: Stores
    plants: Plants
    programmes: Programmes
    finished: Finished
    limits: Limits
    money: Money
    ways: frozenset[Way]
    whole: bool
    shared: bool = False
