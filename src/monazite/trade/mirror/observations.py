"""Matched pairs as arrays: what the numerical methods of this package take."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa
    from numpy.typing import NDArray

    from monazite.trade.flows.engine import Engine

    Words = NDArray[np.str_]
    Floats = NDArray[np.float64]

_WORDS = ("exporter", "importer", "code")
_AMOUNTS = (
    "mass_exporter_kg", "mass_importer_kg", "value_exporter_usd", "value_importer_usd",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Matched:
    """Pairs of which both sides speak, unless said otherwise, one row each; unknown is NaN."""

    exporter: Words
    importer: Words
    code: Words
    year: NDArray[np.int64]
    mass_exporter_kg: Floats
    mass_importer_kg: Floats
    value_exporter_usd: Floats
    value_importer_usd: Floats

    def __len__(self) -> int:
        return len(self.code)

    @property
    def chapter(self) -> Words:
        """The first two digits of the code."""
        return self.code.astype("<U2")

    @property
    def value_gap(self) -> Floats:
        """ln(M/X) of values: what importers report over what exporters report."""
        return log_ratio(self.value_importer_usd, self.value_exporter_usd)

    @property
    def mass_gap(self) -> Floats:
        """ln(M/X) of masses."""
        return log_ratio(self.mass_importer_kg, self.mass_exporter_kg)

    def where(self, mask: NDArray[np.bool_]) -> Matched:
        """Some of the rows."""
        return Matched(**{one.name: getattr(self, one.name)[mask] for one in fields(self)})


def log_ratio(over: Floats, under: Floats) -> Floats:
    """ln(over/under); NaN where either is unknown or not above zero."""
    with np.errstate(divide="ignore", invalid="ignore"):
        found = np.log(over) - np.log(under)
    return np.where(np.isfinite(found), found, np.nan)


def matched(engine: Engine, pairs: ir.Table) -> Matched:
    """The matched pairs of `pairs.pairs`, fetched by one query; amounts become floats."""
    return fetched(engine, pairs.filter(pairs.kind == "matched"))


def fetched(engine: Engine, pairs: ir.Table) -> Matched:
    """Pairs of any kind as arrays; the amounts of a side that is silent are NaN."""
    columns = {name: pairs[name].cast("float64") for name in _AMOUNTS}
    return from_arrow(engine.arrow(pairs.select(*_WORDS, "year", **columns)))


def from_arrow(table: pa.Table) -> Matched:
    """Pairs of an Arrow table with the columns of `Matched`; NULL becomes NaN."""
    year = np.asarray(table["year"].to_pylist(), dtype=np.int64)
    exporter, importer, code = (words(table, name) for name in _WORDS)
    return Matched(exporter, importer, code, year, *(floats(table, name) for name in _AMOUNTS))


def words(table: pa.Table, name: str) -> Words:
    """A column of text without NULL."""
    return np.asarray(table[name].to_pylist(), dtype=np.str_)


def floats(table: pa.Table, name: str) -> Floats:
    """A column as floats; NULL becomes NaN."""
    column = table[name].cast("float64")
    return np.asarray(column.to_numpy(zero_copy_only=False), dtype=np.float64)
