"""Claims against figures: does a printed change follow from the levels, given their rounding?

Every printed number stands for an interval, half a unit of its last digit to each side. A claimed
change is consistent if some pair of true levels gives a change that would print as claimed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from monazite.errors import InputError
from monazite.trade.monthly.figures import Basis, Figure, Measure, sources_of
from monazite.trade.monthly.implied import implied_interval
from monazite.trade.monthly.levels import level_change
from monazite.trade.monthly.published import (
    Interval,
    amount,
    amount_rounding,
    number,
    percent,
    percent_interval,
    rounding,
)
from monazite.trade.periods import Period

if TYPE_CHECKING:
    from decimal import Decimal

    from monazite.trade.monthly.series import Series

State = Literal["consistent", "inconsistent", "cannot_be_said"]
Way = Literal["up", "down"]
_LONGEST_RUN = 120


@dataclass(frozen=True, slots=True)
class Verdict:
    """What can be said of a claim; `computed`, its interval and `implied` where they are known."""

    state: State
    reason: str | None
    claimed: Decimal
    claimed_interval: Interval
    computed: Decimal | None = None
    interval: Interval | None = None
    implied: Interval | None = None


@dataclass(frozen=True, slots=True)
class RunVerdict:
    """What can be said of "so many months of growth": the verdict and the change of each month."""

    state: State
    reason: str | None
    months: tuple[tuple[Period, Figure], ...]
    sources: tuple[str, ...]


def check_claim(
    figure: Decimal | str | int,
    change: Decimal | str | int,
    before: Decimal | str | int | None = None,
) -> Verdict:
    """Whether a printed change in per cent follows from a printed figure and the one before it.

    Without the figure before nothing can be said but what it would have to be (`implied`).
    InputError for a text that is no number, or for a negative figure.

    Example:
        `check_claim("18.7", "-13.7", before="21.7")` is consistent: -14.25 to -13.39 are possible.
    """
    now = amount(figure, "figure")
    base = None if before is None else amount(before, "before")
    return verdict(
        now,
        amount_rounding(now),
        number(change, "change"),
        base,
        None if base is None else amount_rounding(base),
    )


def check_change(now: Figure, claimed: Decimal, base: Figure) -> Verdict:
    """The same for packaged figures; derived ones have no printed digits to judge by."""
    bare = Verdict("cannot_be_said", None, claimed, rounding(claimed))
    if now.value is None or base.value is None:
        return replace(bare, reason=(now if now.value is None else base).reason)
    if now.interval is None or base.interval is None:
        return replace(bare, reason="derived_inputs")
    return verdict(now.value, now.interval, claimed, base.value, base.interval)


def verdict(
    now: Decimal,
    now_interval: Interval,
    claimed: Decimal,
    base: Decimal | None,
    base_interval: Interval | None,
) -> Verdict:
    """The verdict on a claimed change between two levels with their intervals."""
    around = rounding(claimed)
    bare = Verdict(
        "cannot_be_said", None, claimed, around, implied=implied_interval(now_interval, around)
    )
    if base is None or base_interval is None:
        return replace(bare, reason="no_base")
    if base_interval.low <= 0:
        return replace(bare, reason="zero_base")
    possible = percent_interval(now_interval, base_interval)
    state: State = "consistent" if possible.overlaps(around) else "inconsistent"
    return Verdict(state, None, claimed, around, percent(now, base), possible, bare.implied)


def check_run(
    series: Series,
    since: Period,
    months: int,
    direction: Way,
    *,
    basis: Basis = "yoy",
    measure: Measure = "tonnes",
    to: str = "WORLD",
) -> RunVerdict:
    """Whether a measure rose (or fell) in each of so many months in a row from `since`.

    One month the other way refutes it; one unknown month leaves it open, and its reason is given.
    """
    if not 1 <= months <= _LONGEST_RUN:
        raise InputError("months", months, f"a whole number from 1 to {_LONGEST_RUN}")
    run = tuple(
        (month, level_change(series, month, to, measure, basis))
        for month in (Period(i, i) for i in range(since.first, since.first + months))
    )
    sources = sources_of(*(figure for _, figure in run))
    sign = 1 if direction == "up" else -1
    if any(figure.value is not None and figure.value * sign <= 0 for _, figure in run):
        return RunVerdict("inconsistent", None, run, sources)
    reason = next((figure.reason for _, figure in run if figure.value is None), None)
    return RunVerdict("cannot_be_said" if reason else "consistent", reason, run, sources)
