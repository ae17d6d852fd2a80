"""What a series covers: its span, the months known, the joined ones and those without a figure."""

from __future__ import annotations

from dataclasses import dataclass

from monazite.trade.monthly.series import WORLD, Series
from monazite.trade.periods import Period


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far the rows of a series for one destination reach, and where they are silent."""

    series: str
    to: str
    span: Period
    months_known: int
    joined: tuple[Period, ...]
    gaps: tuple[Period, ...]
    destinations: tuple[str, ...]

    @property
    def first(self) -> str:
        """The first month with a row."""
        return Period(self.span.first, self.span.first).text

    @property
    def last(self) -> str:
        """The last month with a row."""
        return Period(self.span.last, self.span.last).text

    @property
    def months_without(self) -> int:
        """How many months between the first and the last have no row at all."""
        return sum(gap.months for gap in self.gaps)


def coverage(series: Series, to: str = WORLD) -> Coverage | None:
    """The coverage by months and joined months, or none for a destination without any."""
    periods = {p.period for p in series.points if p.is_release and p.to == to}
    if not periods:
        return None
    joined = {p.period for p in series.points if p.joined and p.to == to}
    covered = {index for p in periods for index in range(p.first, p.last + 1)}
    span = Period(min(covered), max(covered))
    return Coverage(
        series=series.name,
        to=to,
        span=span,
        months_known=sum(period.is_month for period in periods),
        joined=tuple(sorted(joined)),
        gaps=_runs([i for i in range(span.first, span.last + 1) if i not in covered]),
        destinations=series.destinations(),
    )


def _runs(months: list[int]) -> tuple[Period, ...]:
    """Neighbouring months put together."""
    runs: list[Period] = []
    for index in months:
        if runs and runs[-1].last == index - 1:
            runs[-1] = Period(runs[-1].first, index)
        else:
            runs.append(Period(index, index))
    return tuple(runs)
