"""Where imports first came from: shares of origin traced back through entrepôts.

Trade statistics name the last country, not the first: what Rotterdam sends on counts as Dutch.
With Z[i, j] = imports of i from j, p = own production, x = p + imports, A[i, j] = Z[i, j] / x[i]
and W[i, j] = Z[i, j] / imports of i, the origins of a country's imports are

    O = W (I - A)^-1 diag(p / x)

an absorbing Markov chain that walks from buyer to seller until it comes to a producer. It rests on
one assumption: what a country sends out is mixed like what it has (proportional mixing). Through a
country whose production is not known it cannot walk: there the trace ends, and says so.

Source: Kastner, Kastner and Nonhebel 2011, Tracing distant environmental impacts of agricultural
products from a consumer perspective, Ecological Economics 70, 1032-1040 (from memory); the same
inverse traces inputs in Lenzen et al. 2012, Environ. Sci. Technol. 46, 8374-8381 (from memory).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

Amount = Literal["mass_kg", "value_usd"]
PRODUCED, UNEXPLAINED, UNTRACED, UNPLACED = "produced", "unexplained", "untraced", "unplaced"
_GROUP = ("source", "nomenclature", "side", "year", "code")
_COLUMNS = pa.schema([
    ("source", pa.string()), ("nomenclature", pa.string()), ("side", pa.string()),
    ("year", pa.int32()), ("code", pa.string()), ("importer", pa.string()),
    ("origin", pa.string()), ("basis", pa.string()), ("share", pa.float64()),
    ("coverage", pa.float64()),
])  # fmt: skip
_SMALLEST = 1e-9
"""Shares below it are left out of the table: they are what solving leaves behind."""


@dataclass(frozen=True, slots=True)
class Origins:
    """Shares of every country's imports (rows) by country of origin (columns).

    `produced`: by a country whose production is known. `unexplained`: left a country beyond its
    imports and known production (stocks, another stage, errors). `untraced`: came from a country
    whose production is not known, made there or not. `unplaced`: only ever circles between
    countries none of which has a source. The four add up to 1 for a country with imports and are
    NaN for one without.
    """

    produced: Matrix
    unexplained: Matrix
    untraced: Matrix
    unplaced: Matrix


def origins(imports: Matrix, production: Matrix) -> Origins:
    """Origins of the imports of each country.

    Args:
        imports: imports[i, j], what i takes from j, in one unit; 0 where nothing is known to move.
        production: own production of each country in that unit and at that stage; NaN where it is
            not known, which is not 0: an entrepôt has 0.
    """
    bought, sold = imports.sum(axis=1), imports.sum(axis=0)
    known = ~np.isnan(production)
    made = np.where(known, production, 0.0)
    appeared = np.where(known, sold - bought - made, 0.0)
    # Rounding of sums is no source of goods: it would feed a ring.
    appeared[appeared < _SMALLEST * sold] = 0.0
    supply = bought + made + appeared
    inverse = 1.0 / np.where(supply > 0, supply, 1.0)
    chain = imports * inverse[:, None]
    # A ring that goods enter nowhere has no origin: its rows would make the matrix singular.
    chain[~known | ~_fed(chain, ~known | (made + appeared > 0))] = 0.0
    with np.errstate(invalid="ignore"):
        weights = imports / np.where(bought > 0, bought, np.nan)[:, None]
    reached = weights @ np.linalg.inv(np.eye(len(supply)) - chain)
    produced, unexplained = reached * (made * inverse), reached * (appeared * inverse)
    untraced = np.where(known, 0.0 * reached, reached)
    rest = 1.0 - (produced + unexplained + untraced).sum(axis=1)
    unplaced = np.where(np.abs(rest) < _SMALLEST, 0.0, rest)
    return Origins(produced, unexplained, untraced, unplaced)


def origin_table(
    cells: pa.Table,
    production: Mapping[tuple[str, int], float] | None = None,
    *,
    amount: Amount = "mass_kg",
) -> pa.Table:
    """Origins of the imports of every country, source, nomenclature, side, year and code.

    Args:
        cells: an answer of `flows.cells.cells`; rows of re-exports, which exports include, are
            left out.
        production: amounts by (ISO3, year) in the unit of `amount` and at the stage of the code;
            a country that is missing there has an unknown production, and nothing is traced
            through it.
        amount: what is traced; masses where they are known, else values.

    Returns:
        `source, nomenclature, side, year, code, importer, origin, basis, share, coverage`. The
        basis is produced, unexplained, untraced or unplaced (then `origin` is NULL), as `Origins`
        tells; `coverage` is the share of the importer's value whose amount is known. Shares of an
        importer and code add up to 1.
    """
    found = [row for group in _groups(cells) for row in _traced(group, production or {}, amount)]
    return pa.Table.from_pylist(found, schema=_COLUMNS)


def _groups(cells: pa.Table) -> Iterator[pa.Table]:
    """The cells of one source, nomenclature, side, year and code at a time."""
    direct = cells.filter(pc.invert(cells["direction_re"])).sort_by(
        [(k, "ascending") for k in _GROUP]
    )
    counts = direct.group_by(list(_GROUP), use_threads=False).aggregate([([], "count_all")])
    start = 0
    for length in counts["count_all"].to_pylist():
        yield direct.slice(start, length)
        start += length


def _traced(
    group: pa.Table, production: Mapping[tuple[str, int], float], amount: Amount
) -> Iterator[dict[str, Any]]:
    """The rows of one group."""
    first = group.slice(0, 1).select(list(_GROUP)).to_pylist()[0]
    names = sorted({*group["exporter"].to_pylist(), *group["importer"].to_pylist()})
    place = {name: index for index, name in enumerate(names)}
    made = np.array([production.get((name, first["year"]), np.nan) for name in names])
    found = origins(_matrix(group, amount, place), made)
    coverage = _coverage(group, amount, place)
    for index in np.flatnonzero(~np.isnan(found.unplaced)):
        own = first | {"importer": names[index], "coverage": coverage[index]}
        for basis, shares in _by_basis(found):
            for origin in np.flatnonzero(shares[index] > _SMALLEST):
                yield own | {
                    "origin": names[origin], "basis": basis, "share": float(shares[index, origin])
                }  # fmt: skip
        if found.unplaced[index] > 0:
            yield own | {"origin": None, "basis": UNPLACED, "share": float(found.unplaced[index])}


def _by_basis(found: Origins) -> tuple[tuple[str, Matrix], ...]:
    return (
        (PRODUCED, found.produced),
        (UNEXPLAINED, found.unexplained),
        (UNTRACED, found.untraced),
    )


def _matrix(group: pa.Table, amount: str, place: Mapping[str, int]) -> Matrix:
    """Imports of each country (row) from each other one; what is not known adds nothing."""
    found = np.zeros((len(place), len(place)))
    amounts = np.nan_to_num(_floats(group, amount))
    rows = [place[name] for name in group["importer"].to_pylist()]
    columns = [place[name] for name in group["exporter"].to_pylist()]
    np.add.at(found, (rows, columns), amounts)
    return found


def _coverage(group: pa.Table, amount: str, place: Mapping[str, int]) -> Matrix:
    """The share of each importer's value whose amount is known; NaN where no value is known."""
    value, known = np.nan_to_num(_floats(group, "value_usd")), ~np.isnan(_floats(group, amount))
    rows = np.array([place[name] for name in group["importer"].to_pylist()])
    whole = np.bincount(rows, value, len(place))
    part = np.bincount(rows, value * known, len(place))
    return part / np.where(whole > 0, whole, np.nan)


def _floats(group: pa.Table, column: str) -> Matrix:
    return np.asarray(pc.cast(group[column], pa.float64()).to_numpy(), dtype=np.float64)


def _fed(chain: Matrix, source: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The countries whose goods lead back to a source."""
    fed, links = source, chain > 0
    while True:
        more = fed | links[:, fed].any(axis=1)
        if (more == fed).all():
            return fed
        fed = more
