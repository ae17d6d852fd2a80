"""Unit values with robust outlier flags: what was invoiced far from what its like was invoiced at.

ln u = a + b · ln q + e within groups of like flows, u the unit value (USD a kilogram), q the mass;
z = e / (1.4826 · MAD) by Tukey's bisquare (`robust`). z below −3.5 is flagged low (as an invoice
below value would be), above 3.5 high (a wrong unit or a different grade, too). A flag is consistent
with misinvoicing and proves nothing: grades differ within a code, and a mass may be misreported.
Source: Cerioli & Perrotta, Advances in Data Analysis and Classification 8 (2014) for robust price
outliers in customs data; Iglewicz & Hoaglin (1993) for 3.5.
Computed code by code: memory holds the rows of one batch of codes, whatever the size of the table.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from monazite.trade.indicators import reasons
from monazite.trade.indicators.robust import robust_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import ibis.expr.types as ir
    import numpy.typing as npt

    from monazite.trade.flows.engine import Engine
    from monazite.trade.indicators.robust import Floats, Integers

THRESHOLD = 3.5
FEWEST = 10
"""Rows below which a group gets no line."""
WITHIN = ("source", "nomenclature", "direction", "period")
"""What flows under one code must share to be compared; `partner` or `reporter` may be added."""
IDENTITY = ("source", "nomenclature", "direction", "reporter", "partner", "period", "code")
BATCH_ROWS = 2_000_000
_AT_A_TIME = 50_000
"""Rows that are fitted together: what a processor's cache holds."""
_NONE, _MASS, _VALUE, _FEW, _SPREAD = -1, 0, 1, 2, 3
_REASONS = (reasons.MASS_UNKNOWN, reasons.VALUE_UNKNOWN, reasons.TOO_FEW, reasons.NO_SPREAD)


def unit_values(
    engine: Engine,
    flows: ir.Table,
    within: Sequence[str] = WITHIN,
    batch_rows: int = BATCH_ROWS,
) -> Iterator[pa.Table]:
    """Every flow with its unit value, its distance from its like and a flag, batch by batch.

    Args:
        engine: where the flows are.
        flows: the flow table, or one with its columns.
        within: columns of `IDENTITY` that make flows under one code alike.
        batch_rows: how many rows are fetched at once, at least one code's.

    Yields:
        `IDENTITY`, `mass_kg, value_usd, unit_value_usd_kg, expected_usd_kg, z, flag, reason`: flag
        is low, high or NULL; reason says why there is no z: `mass_unknown` (or zero),
        `value_unknown` (or zero), `too_few_observations`, `no_spread`.
    """
    rows = unit_value_rows(flows)
    for codes in _batches(engine, flows, batch_rows):
        wanted = rows if codes is None else rows.filter(rows.code.isin(codes))
        yield _scored(engine.arrow(wanted), within)


def unit_value_rows(flows: ir.Table) -> ir.Table:
    """The flows with `ln_mass` and `ln_unit`, NULL where mass or value is unknown or zero."""
    mass = flows.mass_kg.cast("float64").nullif(0.0)
    value = flows.value_usd.cast("float64").nullif(0.0)
    return flows.select(
        *IDENTITY, "mass_kg", "value_usd", ln_mass=mass.ln(), ln_unit=value.ln() - mass.ln(),
    )  # fmt: skip


def _batches(engine: Engine, flows: ir.Table, most: int) -> Iterator[list[str] | None]:
    """Codes to fetch together; None where all of them are few enough."""
    counted = engine.arrow(flows.group_by("code").aggregate(n=flows.count())).to_pylist()
    if sum(row["n"] for row in counted) <= most:
        yield None
        return
    batch: list[str] = []
    held = 0
    for row in sorted(counted, key=lambda row: str(row["code"])):
        if batch and held + row["n"] > most:
            yield batch
            batch, held = [], 0
        batch.append(row["code"])
        held += row["n"]
    yield batch


def _scored(fetched: pa.Table, within: Sequence[str]) -> pa.Table:
    mass, unit = _floats(fetched, "ln_mass"), _floats(fetched, "ln_unit")
    reason = np.select([np.isfinite(unit), np.isfinite(mass)], [_NONE, _VALUE], _MASS)
    z, residual = np.full(len(unit), np.nan), np.full(len(unit), np.nan)
    for rows, starts in _groups(fetched, within, np.isfinite(unit), reason):
        lines = robust_lines(mass[rows], unit[rows], starts)
        z[rows], residual[rows] = lines.z, lines.residual
        reason[rows[np.isnan(lines.z)]] = _SPREAD
    flag = np.select([z < -THRESHOLD, z > THRESHOLD], [0, 1], _NONE)
    found = {
        "unit_value_usd_kg": pa.array(np.exp(unit), from_pandas=True),
        "expected_usd_kg": pa.array(np.exp(unit - residual), from_pandas=True),
        "z": pa.array(z, from_pandas=True),
        "flag": _words(flag, ("low", "high")),
        "reason": _words(reason, _REASONS),
    }
    table = fetched.drop_columns(["ln_mass", "ln_unit"])
    for name, column in found.items():
        table = table.append_column(name, column)
    return table


def _groups(
    fetched: pa.Table, within: Sequence[str], known: npt.NDArray[np.bool_], reason: Integers
) -> Iterator[tuple[Integers, Integers]]:
    """The rows of groups, one group after another, and where each begins; some groups at a time.

    Groups of too few rows are left out, and their reason is written.
    """
    ids = _group_ids(fetched, within)
    rows = np.flatnonzero(known)
    rows = rows[np.argsort(ids[rows], kind="stable")]
    starts = _starts(ids[rows])
    counts = np.diff(np.append(starts, len(rows)))
    few = np.repeat(counts < FEWEST, counts)
    reason[rows[few]] = _FEW
    rows = rows[~few]
    starts = _starts(ids[rows])
    heads = starts[_starts(starts // _AT_A_TIME)]
    for first, last in pairwise([*heads, len(rows)]):
        here = starts[np.searchsorted(starts, first) : np.searchsorted(starts, last)]
        yield rows[first:last], here - first


def _starts(ids: Integers) -> Integers:
    """Where each run of equal numbers begins."""
    return np.flatnonzero(np.append(True, ids[1:] != ids[:-1])) if len(ids) else np.array([], int)


def _group_ids(fetched: pa.Table, within: Sequence[str]) -> Integers:
    """A number for each row's group, in as few bytes as hold it: they are sorted by it."""
    with ThreadPoolExecutor() as threads:  # Arrow lets go of the interpreter meanwhile
        columns = list(threads.map(lambda name: _encoded(fetched[name]), ("code", *within)))
    ids, size = np.zeros(fetched.num_rows, np.int64), 1
    for words in columns:
        ids = ids * len(words.dictionary) + words.indices.to_numpy()
        size *= len(words.dictionary)
    return ids.astype(np.min_scalar_type(size))


def _encoded(column: pa.ChunkedArray) -> pa.DictionaryArray:
    return column.combine_chunks().dictionary_encode(null_encoding="encode")


def _floats(fetched: pa.Table, name: str) -> Floats:
    column: Floats = fetched[name].to_numpy()
    return column


def _words(index: Integers, words: tuple[str, ...]) -> pa.DictionaryArray:
    """The word of each index; NULL where it is below zero."""
    indices = pa.array(index.astype(np.int8), mask=index < 0)
    return pa.DictionaryArray.from_arrays(indices, pa.array(words))
