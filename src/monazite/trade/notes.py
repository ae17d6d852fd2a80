"""What must be known to read an answer, found in the answer itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.compute as pc

from monazite.trade.flows.answer import Note
from monazite.trade.flows.columns import RECONCILED

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

    from monazite.trade.flows.answer import Answer

_WHOLE_YEAR = 12
_READING = ("source", "nomenclature", "side")


def of(table: pa.Table) -> tuple[Note, ...]:
    """The notes on an answer: several readings, parts of years, masses that nobody gave."""
    return tuple(_found(table))


def _found(table: pa.Table) -> Iterator[Note]:
    if not table.num_rows:
        return
    columns = set(table.column_names)
    if columns.issuperset(_READING):
        yield from _readings(table)
    if "months" in columns and (part := _count(pc.less(table["months"], _WHOLE_YEAR))):
        yield Note("part_years", (("rows", str(part)),))
    if {"mass_kg", "value_usd"} <= columns and (gaps := table["mass_kg"].null_count):
        yield Note("mass_unknown", (("rows", str(gaps)), ("of", str(table.num_rows))))


def _readings(table: pa.Table) -> Iterator[Note]:
    """Which sources and sides speak; more than one are never added."""
    seen = table.select(list(_READING)).group_by(list(_READING)).aggregate([]).to_pylist()
    named = sorted(f"{one['source']} {one['nomenclature']} ({one['side']})" for one in seen)
    code = "one_reading" if len(named) == 1 else "several_readings"
    yield Note(code, (("readings", ", ".join(named)),))
    if any(one["side"] != RECONCILED for one in seen):
        yield Note("one_sided_readings")


def _count(mask: pa.ChunkedArray) -> int:
    return int(pc.sum(pc.cast(mask, "int64")).as_py() or 0)


def left_out(months: pa.Table) -> tuple[Note, ...]:
    """That months of some flows are not counted, because their reporter gives the year as well."""
    return (Note("months_left_out", (("flows", str(len(months))),)),) if len(months) else ()


def one_sided(bases: pa.Table) -> tuple[Note, ...]:
    """Why nothing can be mirrored: every flow of the store is already one figure of both sides."""
    sides = set(bases["basis"].to_pylist())
    return (Note("only_reconciled"),) if sides == {RECONCILED} else ()


def empty(table: pa.Table, held: Answer, wanted: tuple[str, ...]) -> tuple[Note, ...]:
    """Why an answer has no rows: a code that the store does not hold, or a question too narrow."""
    if table.num_rows:
        return ()
    present = {row["code"] for row in held.rows()}
    absent = [code for code in wanted if not any(one.startswith(code[:6]) for one in present)]
    if absent:
        return (Note("code_absent", (("codes", ", ".join(absent)),)),)
    years = [(row["first_year"], row["last_year"]) for row in held.rows()]
    first, last = min(first for first, _ in years), max(last for _, last in years)
    span = f"{first}" if first == last else f"{first}–{last}"
    return (Note("nothing_for_that", (("codes", ", ".join(wanted)), ("years", span))),)
