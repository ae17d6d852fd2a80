"""What `validate` found as a document: every row, and how many marks are kept by group."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, isinf, isnan
from typing import TYPE_CHECKING

from monazite.shock.parameters.reading import packaged
from monazite.shock.validation.rows import Verdict  # noqa: TC001 - schemas are made of it
from monazite.shock.validation.standing import standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.shock.validation.rows import Row


@dataclass(frozen=True, slots=True)
class Compared:
    """Observed and, over the draws, simulated, in the unit; null: infinite, open or not run.

    p5, p50, p95: percentiles over the draws, null where it never happens; never: the part of the
    draws in which it never happens; error: of the median, a part of what was observed for tonnes
    and multiples, else a difference; without: the median of the same draws without any measure,
    without_never: whether it then never happens; low, high: the mark; verdict: null where there
    is none or the run does not reach the day.
    """

    id: str
    case: str
    reading: str
    of: str
    when: str
    unit: str
    observed: float
    p5: float | None
    p50: float | None
    p95: float | None
    never: float | None
    error: float | None
    without: float | None
    without_never: bool | None
    low: float | None
    high: float | None
    verdict: Verdict | None
    source: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks of a group of cases; kept_without: a run without any measure keeps them as well."""

    marks: int
    kept: int
    kept_without: int
    missed: int


@dataclass(frozen=True, slots=True)
class Validation:
    """History against the model.

    parameters_hash: SHA-256 of what was drawn from; marks: by group, `fitted` (parameters were
    fitted on it), `unseen` and `static` (the static mode), those that have rows.
    """

    draws: int
    seed: int
    parameters_hash: str
    marks: dict[str, Marks]
    rows: tuple[Compared, ...]


def compared(row: Row) -> Compared:
    """A row as documents hold it; what is infinite, open or not run is null."""
    one = row.observation
    return Compared(
        id=one.id, case=one.case, reading=one.reading, of=one.of, when=one.when,
        unit=one.unit, observed=one.observed, p5=_finite(row.p5), p50=_finite(row.p50),
        p95=_finite(row.p95), never=row.never, error=_finite(row.error),
        without=_finite(row.without),
        without_never=None if isnan(row.without) else isinf(row.without),
        low=_finite(one.low), high=_finite(one.high), verdict=row.verdict,
        source=one.source, confidence=one.confidence, note=one.note,
    )  # fmt: skip


def _finite(value: float) -> float | None:
    return value if isfinite(value) else None


def validation(found: Sequence[Row], draws: int, seed: int) -> Validation:
    """The document of so many draws."""
    marks = {group: Marks(one.marks, *one) for group, one in standing(found).items()}
    rows = tuple(compared(one) for one in found)
    return Validation(draws, seed, packaged().digest, marks, rows)
