"""Cells of several editions summed under the codes of one, wherever that needs no guess."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import ibis
import pyarrow as pa

from monazite.errors import InputError
from monazite.trade.nomenclature.links import EDITIONS, codes, edition_of
from monazite.trade.nomenclature.relations import moved

if TYPE_CHECKING:
    from collections.abc import Iterable

    import ibis.expr.types as ir

_SCHEMA = pa.schema(
    [(name, pa.string()) for name in ("nomenclature", "code", "to", "to_code", "relation")]
)
_AMOUNTS = ("mass_kg", "value_usd", "value_with_mass_usd")
MIXED, NOT_COVERED, SAME = "mixed", "not_covered", "same"


def conversion(to: str = "HS92", nomenclatures: Iterable[str] = EDITIONS) -> pa.Table:
    """Which code of an edition every covered code of the nomenclatures is summed under.

    Columns: `nomenclature, code, to, to_code, relation`. The relation is `same` (the edition
    itself), `1:1`, `n:1`, or `mixed`: then `to_code` is NULL, because the code shares its goods
    with several codes of the edition, or stands under one that others share. A national
    nomenclature such as EU-CN2023 is read by the edition it stands on.

    Raises:
        InputError: field "to", where there is no such edition.
    """
    if to not in EDITIONS:
        raise InputError("to", to, f"one of {', '.join(EDITIONS)}")
    rows = [
        {"nomenclature": name, "code": code, "to": to, "to_code": found[0], "relation": found[1]}
        for name in nomenclatures
        if (edition := edition_of(name)) is not None
        for code, found in _converted(edition, to).items()
    ]
    return pa.Table.from_pylist(rows, schema=_SCHEMA)


def harmonised(cells: ir.Table, table: ir.Table) -> ir.Table:
    """Cells under the codes of one edition; what cannot be converted stays under its own code.

    Args:
        cells: cells of flows (`flows.cells.cells`).
        table: `conversion`, as a table of the same engine.

    Returns:
        The columns of the cells, with `from_nomenclature` (the edition that was reported; cells of
        two editions are never added) and `relation`: same, 1:1, n:1, mixed or not_covered. Rows of
        the last two keep their nomenclature and code. `months` is the largest of the summed cells.
    """
    known = table.rename(from_nomenclature="nomenclature", old_code="code")
    old = cells.rename(from_nomenclature="nomenclature", old_code="code")
    joined = old.left_join(known, ["from_nomenclature", "old_code"])
    found = joined.mutate(
        code=ibis.coalesce(joined.to_code, joined.old_code),
        nomenclature=joined.to_code.isnull().ifelse(joined.from_nomenclature, joined.to),
        relation=ibis.coalesce(joined.relation, ibis.literal(NOT_COVERED)),
    )
    keys = [name for name in cells.columns if name not in {*_AMOUNTS, "months"}]
    sums = {name: found[name].sum() for name in _AMOUNTS}
    if "months" in cells.columns:  # cells of months have a period instead
        sums["months"] = found.months.max()
    return found.group_by([*keys, "from_nomenclature", "relation"]).aggregate(**sums)


@cache
def _converted(edition: str, to: str) -> dict[str, tuple[str | None, str]]:
    """The target and relation of every code of an edition, from the sets that share goods."""
    if edition == to:
        return {code: (code, SAME) for code in codes(to)}
    found: dict[str, tuple[str | None, str]] = {}
    for sources, targets in _closed(edition, to):
        if len(targets) == 1:
            relation = "1:1" if len(sources) == 1 else "n:1"
            found |= dict.fromkeys(sources, (next(iter(targets)), relation))
        else:
            found |= dict.fromkeys(sources, (None, MIXED))
    return found


def _closed(edition: str, to: str) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Sets of codes of both editions between which, and only between which, goods moved."""
    sets: list[tuple[frozenset[str], frozenset[str]]] = []
    for code, reached in moved(edition, to).items():
        touching = [pair for pair in sets if pair[1] & reached]
        sets = [pair for pair in sets if pair not in touching]
        sources = frozenset({code}).union(*(pair[0] for pair in touching))
        sets.append((sources, reached.union(*(pair[1] for pair in touching))))
    return sets
