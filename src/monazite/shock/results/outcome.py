"""What a scenario brings: every number as a band over the draws, with what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Band:
    """Percentiles over the draws."""

    p5: float
    p50: float
    p95: float


@dataclass(frozen=True, slots=True)
class Week:
    """A week of the run: its number, the first is 0, and the date of its first day (ISO 8601)."""

    week: int
    date: str


@dataclass(frozen=True, slots=True)
class WeekBand:
    """Percentiles over the draws."""

    p5: Week
    p50: Week
    p95: Week


@dataclass(frozen=True, slots=True)
class Month:
    """What a meter counts in a month (YYYY-MM), tonnes; observed_t: what statistics say.

    whole: whether all days of the month lie within the run, so that both can be compared. What
    leaves a plant is in the statistics a week later.
    """

    meter: str
    month: str
    whole: bool
    flow_t: Band | None
    observed_t: float | None


@dataclass(frozen=True, slots=True)
class Halt:
    """A sector of a country (ISO3) some of whose plants stand in at least one draw.

    first_week: among the draws with a halt; draws: the part of draws with one; share: the largest
    part of its plants that stand in a week, over all draws.
    """

    sector: str
    country: str
    first_week: WeekBand
    draws: float
    share: Band


@dataclass(frozen=True, slots=True)
class Price:
    """Mean prices of a good ("material/stage") in a month, US$ a kg.

    inner: inside the country that controls; spot: quoted outside; contract: likewise under
    contract; weighted: of both by volume; at_spot: the part of the volume that is paid at the
    quoted price. null where nothing is bought or the month is not run.
    """

    good: str
    month: str
    inner: Band | None
    spot: Band | None
    contract: Band | None
    weighted: Band | None
    at_spot: Band | None


@dataclass(frozen=True, slots=True)
class Loss:
    """Value added lost over the run, million US$, of the first round; a null names all of them.

    lost: not made and not caught up; leaked: the part of it that is bought as finished goods from
    elsewhere instead, so that the loss is lasting.
    """

    sector: str | None
    country: str | None
    lost_musd: Band
    leaked_musd: Band


@dataclass(frozen=True, slots=True)
class Hub:
    """What goes round a measure in a month: from a country through another to a third; tonnes."""

    good: str
    origin: str
    through: str
    country: str
    month: str
    flow_t: Band | None


@dataclass(frozen=True, slots=True)
class Approval:
    """The statistic that exporters quote: granted of all that was applied for to date, by weight.

    office: a queue of the scenario; goods: what waits in it. null before any file.
    """

    office: str
    goods: tuple[str, ...]
    week: int
    date: str
    share: Band | None


@dataclass(frozen=True, slots=True)
class Output:
    """Output of a sector in the world in a week, of 1 before any shock, weighted by value added."""

    sector: str
    week: int
    date: str
    share: Band


@dataclass(frozen=True, slots=True)
class Assumption:
    """A parameter fitted on nothing: what it is, and why it is assumed, in English and Chinese.

    That the scenario sets it may be why.
    """

    parameter: str
    what: dict[str, str]
    why: dict[str, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A scenario's run.

    first_day: of week 0; parameters_hash: SHA-256 of what was drawn from; notes: what is to be
    known of the scenario, in English and Chinese.
    """

    scenario: str
    first_day: str
    weeks: int
    draws: int
    seed: int
    engine: Literal["compiled", "reference"]
    parameters: str
    parameters_hash: str
    months: tuple[Month, ...]
    halts: tuple[Halt, ...]
    prices: tuple[Price, ...]
    losses: tuple[Loss, ...]
    hubs: tuple[Hub, ...]
    approvals: tuple[Approval, ...]
    output: tuple[Output, ...]
    assumed: tuple[Assumption, ...]
    notes: tuple[dict[str, str], ...]
