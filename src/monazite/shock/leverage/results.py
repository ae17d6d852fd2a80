"""What levers and packages are worth to each side: tables of bands over the draws."""

# ruff: noqa: TC001 - schemas are made of the types when they are asked for

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from monazite.shock.results.outcome import Band
from monazite.shock.results.ran import Ran

Words = dict[str, str]
"""The same in English and Chinese, by language."""
Reason = Literal[
    "no_figure", "no_model", "pooled", "no_draw", "never", "unknown", "duty", "no_flow",
    "not_supply",
]  # fmt: skip
"""Why there is no number: the lever has no figure to run on; the country is not in the model; some
of its plants stand under the rest of the world; in none of the draws; not by anything that is
dated; a figure is missing; who bears a duty is not modelled; nothing is sold that way; the lever
holds back no goods."""


@dataclass(frozen=True, slots=True)
class Number:
    """A band over the draws, or why there is none."""

    band: Band | None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Equation:
    """How a column is reckoned: its formula, what that says, and its unit."""

    name: str
    formula: str
    words: Words
    unit: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How a measure of the law data stands on the first day; until: the last day of that state."""

    measure: str
    state: str
    until: str | None


@dataclass(frozen=True, slots=True)
class LeverHead:
    """A lever; holder: ISO3, or EU; on: the lever that it answers or eases; goods: it holds back.

    known: whether there is a figure to run on; why: there is none, in words.
    """

    id: str
    holder: str
    title: Words
    kind: str
    on: str | None
    measures: tuple[Standing, ...]
    goods: tuple[str, ...]
    known: bool
    why: Words | None
    sources: tuple[str, ...]
    confidence: str


@dataclass(frozen=True, slots=True)
class Side:
    """What a side loses by a lever, million US$ to a month's end; country: ISO3, or WORLD.

    lost: value added; unsold: revenue from the other side, of tonnes that are not sold, at the old
    price; price: what those that are sold bring more; revenue: lost of both together.
    """

    country: str
    lost: Number
    unsold: Number
    price: Number
    revenue: Number


@dataclass(frozen=True, slots=True)
class Gain:
    """What a side gains (above 0) or loses, million US$ to a month's end: as `Side`, turned round.

    output: value added; tonnes: revenue of tonnes that are sold, at the old price; price: what
    the new price brings; revenue: both together.
    """

    country: str
    output: Number
    tonnes: Number
    price: Number
    revenue: Number


@dataclass(frozen=True, slots=True)
class LeverRow:
    """A lever against one counterpart, to the end of so many months."""

    lever: str
    months: int
    holder: Side
    other: Side


@dataclass(frozen=True, slots=True)
class StageFree:
    """A good that the lever holds back: what its targets need, and what is made outside, t a year.

    made: where it is not held; spare: what stands idle there; projects: dated ones, at the end of
    the last year that is known; month: the first in which all that covers the need.
    """

    good: str
    need_t: float
    made_t: float
    spare_t: float
    projects_t: float
    month: str | None
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class Freedom:
    """When the targets need no more of the holder: month (YYYY-MM); slowest: the good that decides.

    lacking: projects of that good whose tonnes or year nobody has said.
    """

    month: str | None
    reason: Reason | None
    slowest: str | None
    lacking: tuple[str, ...]
    stages: tuple[StageFree, ...]


@dataclass(frozen=True, slots=True)
class Clock:
    """How fast a lever works on one counterpart, in weeks from its first day.

    bites: first week in which more than the stated share of output is lost; halts: first halt that
    would not have come anyway; …_draws: the part of the draws in which it comes at all.
    """

    lever: str
    holder: str
    other: str
    bites: Number
    bites_draws: float | None
    halts: Number
    halts_draws: float | None
    free: Freedom


@dataclass(frozen=True, slots=True)
class Pause:
    """What it is worth that a lever rests for some days, to the end of so many months.

    total: of both sides, output and revenue (of tonnes alone where the price is not known); both:
    the part of the draws in which both gain; opposed: in which one gains what it does at the
    other's cost.
    """

    lever: str
    from_day: int
    days: int
    months: int
    holder: Gain
    other: Gain
    total: Number
    both: float | None
    opposed: float | None


@dataclass(frozen=True, slots=True)
class Leverage(Ran):
    """The table of levers; all of them begin on `first_day`, each alone, with the same draws.

    bites: the share of output whose loss counts as a bite.
    """

    horizons: tuple[int, ...]
    destinations: tuple[str, ...]
    pause_from: int
    pause_days: int
    bites: float
    levers: tuple[LeverHead, ...]
    rows: tuple[LeverRow, ...]
    clocks: tuple[Clock, ...]
    pauses: tuple[Pause, ...]
    equations: tuple[Equation, ...]
    notes: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment of the law data: who said what to whom, and how many deeds kept it or did not.

    words: as the law data have them; quoted: those of a text; disputed: measures that the sides
    read differently.
    """

    id: str
    by: str
    to: str
    on: str
    words: Words
    quoted: bool
    covers: tuple[str, ...]
    disputed: tuple[str, ...]
    kept: int
    not_kept: int


@dataclass(frozen=True, slots=True)
class GiveTold:
    """What a side gives; title: of the lever; first, last: moved to the comparison's days.

    countable: whether anything of it can be run; why: it cannot.
    """

    side: str
    does: str
    lever: str
    title: Words
    share: float | None
    to: tuple[str, ...]
    first: str
    last: str | None
    commitment: str | None
    disputed: bool
    countable: bool
    why: Words | None


@dataclass(frozen=True, slots=True)
class PackageGain:
    """What a side gains by what one side gives (null: by the whole), to the end of so many months.

    The parts need not add up to the whole.
    """

    giver: str | None
    months: int
    gain: Gain


@dataclass(frozen=True, slots=True)
class PackageValue:
    """A package against what stands without it; both, opposed: of the two sides, at the end."""

    id: str
    title: Words
    summary: Words
    agreed: str
    commitments: tuple[Promise, ...]
    gives: tuple[GiveTold, ...]
    gains: tuple[PackageGain, ...]
    both: float | None
    opposed: float | None


@dataclass(frozen=True, slots=True)
class PackageDifference:
    """What a side gains more by a package than by the first, draw by draw."""

    package: str
    than: str
    months: int
    gain: Gain


@dataclass(frozen=True, slots=True)
class Comparison(Ran):
    """Packages over the same levers, agreed on the same day; standing: levers that hold before."""

    horizons: tuple[int, ...]
    after: int
    standing: tuple[str, ...]
    packages: tuple[PackageValue, ...]
    differences: tuple[PackageDifference, ...]
    equations: tuple[Equation, ...]
    notes: tuple[Words, ...]
