"""Whether declarations still look as they did: the population stability index, column by column.

PSI = Σ (p − q)·ln(p / q) over classes, q the parts then and p those now; a class without a row
counts as a ten-thousandth. Below 0.1 little has changed, above 0.25 much (the rule of thumb of
credit scoring; it is no test, and small tables overstate it).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from monazite.watch.targeting.table.schema import CATEGORY, NUMBER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

    from monazite.watch.targeting.features.cells import Cells

    Floats = npt.NDArray[np.float64]

LITTLE, MUCH = 0.1, 0.25
SCORE = "score"
_VALUES = 20
_TENTHS = 10
_LEAST = 1e-4


class Drift(NamedTuple):
    """How far a column, or the score, is from what it was."""

    column: str
    psi: float


def classes(cells: Cells, risks: Floats) -> dict[str, Any]:
    """The classes of each column with their parts, and those of the score: what a card keeps."""
    found: dict[str, Any] = {SCORE: _cut(risks)}
    for name in cells.schema.of_kind(NUMBER):
        found[name] = _cut(cells.numbers[name])
    for name in cells.schema.of_kind(CATEGORY):
        found[name] = _named(cells.table.columns[name])
    return found


def drift(
    then: Mapping[str, Any], cells: Cells, risks: Floats, rows: npt.NDArray[np.bool_]
) -> tuple[Drift, ...]:
    """Every column by how far it moved in some rows, farthest first; then: of `classes`."""
    made = []
    for name, one in then.items():
        if "values" in one:
            now = _named_parts(cells.table.columns[name].filter(pa.array(rows)), one["values"])
        else:
            measured = risks if name == SCORE else cells.numbers[name]
            now = _cut_parts(measured[rows], one["cuts"])
        made.append(Drift(name, psi(one["parts"], now)))
    return tuple(sorted(made, key=lambda one: -one.psi))


def psi(then: Sequence[float], now: Sequence[float]) -> float:
    """The index of two lists of parts."""
    q, p = (np.maximum(np.asarray(x, dtype=np.float64), _LEAST) for x in (then, now))
    return float(np.sum((p - q) * np.log(p / q)))


def _cut(x: Floats) -> dict[str, Any]:
    known = x[~np.isnan(x)]
    if not len(known):
        return {"cuts": [], "parts": _cut_parts(x, [])}
    inner = np.quantile(known, np.arange(1, _TENTHS) / _TENTHS)
    cuts = [float(cut) for cut in np.unique(inner)]
    return {"cuts": cuts, "parts": _cut_parts(x, cuts)}


def _cut_parts(x: Floats, cuts: Sequence[float]) -> list[float]:
    """Parts between the cuts, and last the part that is not known."""
    unknown = np.isnan(x)
    counts = np.bincount(np.searchsorted(cuts, x[~unknown], "left"), minlength=len(cuts) + 1)
    return [float(n) / len(x) for n in (*counts, unknown.sum())]


def _named(cells: pa.Array) -> dict[str, Any]:
    counts = pc.value_counts(pc.fill_null(cells, ""))
    ordered = sorted(counts.to_pylist(), key=lambda one: (-one["counts"], one["values"]))
    values = [one["values"] for one in ordered[:_VALUES]]
    return {"values": values, "parts": _named_parts(cells, values)}


def _named_parts(cells: pa.Array, values: Sequence[str]) -> list[float]:
    """Parts of the commonest values, and last that of all others."""
    counts = {
        one["values"]: one["counts"] for one in pc.value_counts(pc.fill_null(cells, "")).to_pylist()
    }
    held = [counts.get(value, 0) / len(cells) for value in values]
    return [*held, 1 - sum(held)]
