"""What a scenario brings: every number as a band over the draws, with what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from monazite.shock.results.ran import Ran


@dataclass(frozen=True, slots=True)
class Band:
    """Percentiles over the draws, number by number: no single draw has all the medians."""

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
    leaves a plant is in the statistics a week later. without_t: in the same draws, were there
    nothing of the scenario.
    """

    meter: str
    month: str
    whole: bool
    flow_t: Band | None
    without_t: Band | None
    observed_t: float | None


@dataclass(frozen=True, slots=True)
class Halt:
    """A sector of a country (ISO3) a fifth or more of whose plants stand in at least one draw.

    good: the only one that these plants use, where a sector is many (`other`), else null;
    first_week: among the draws with a halt; draws: the part of draws with one; share: the largest
    part of its plants that stand in a week, over all draws; share_halting: the same among the draws
    with a halt; without_draws: the part of draws with a halt, were there nothing of the scenario;
    standing: by week of the run the part of the draws in which a fifth or more stand.
    """

    sector: str
    country: str
    good: str | None
    first_week: WeekBand
    draws: float
    share: Band
    share_halting: Band
    without_draws: float
    standing: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Price:
    """Mean prices of a good ("material/stage") in a month, US$ a kg.

    inner: inside the country that controls; spot: quoted outside; contract: likewise under
    contract; weighted: of both by volume; at_spot: the part of the volume that is paid at the
    quoted price. null where nothing is bought or the month is not run. without_…: in the same
    draws, were there nothing of the scenario.
    """

    good: str
    month: str
    inner: Band | None
    spot: Band | None
    contract: Band | None
    weighted: Band | None
    at_spot: Band | None
    without_inner: Band | None
    without_spot: Band | None
    without_weighted: Band | None


@dataclass(frozen=True, slots=True)
class Loss:
    """Value added lost over the run, million US$, of the first round; a null names all of them.

    good: as of a halt; lost: not made and not caught up for want of goods of the model; leaked: the
    part of it that is bought as finished goods from elsewhere instead, so that the loss is lasting;
    missing: beside it, for want of an input that is no good of the model; without: lost in the same
    draws, were there nothing of the scenario. reason: why a number is not known, `pooled`: plants
    of the sector there, or of some sectors of the country, stand under the rest of the world (ROW).
    """

    sector: str | None
    country: str | None
    good: str | None
    lost_musd: Band | None
    leaked_musd: Band | None
    missing_musd: Band | None
    without_musd: Band | None
    reason: Literal["pooled"] | None


@dataclass(frozen=True, slots=True)
class Hub:
    """What goes round a measure in a month: from a country through another to a third; tonnes.

    flow_t: what leaves the first, what is seized on the way included; landed_t: what arrives at the
    third.
    """

    good: str
    origin: str
    through: str
    country: str
    month: str
    flow_t: Band | None
    landed_t: Band | None


@dataclass(frozen=True, slots=True)
class Approval:
    """The statistic that exporters quote: granted of all that was applied for to date, by weight.

    What is filed again after a refusal is an application too.

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
class Outcome(Ran):
    """A scenario's run; notes: what is to be known of the scenario, in English and Chinese."""

    months: tuple[Month, ...]
    halts: tuple[Halt, ...]
    prices: tuple[Price, ...]
    losses: tuple[Loss, ...]
    hubs: tuple[Hub, ...]
    approvals: tuple[Approval, ...]
    output: tuple[Output, ...]
    notes: tuple[dict[str, str], ...]
