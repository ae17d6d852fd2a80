"""A sweep as one long table: a figure of a variation a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

from monazite.facts.workbooks import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.shock.sweeps.swept import Swept

    Row = dict[str, str | int | float | None]

_NUMBERS = ("p5", "p50", "p95")


def columns(found: Swept) -> tuple[str, ...]:
    """variation: its number; a column for each path; the figure, and its percentiles."""
    return ("variation", *found.paths, "figure", "unit", *_NUMBERS, "draws")


def rows(found: Swept) -> Iterator[Row]:
    """Every figure of every variation; of one that no draw has the percentiles are None."""
    for number, one in enumerate(found.variations):
        for name, figure in one.figures.items():
            bands = {level: getattr(figure, level) for level in _NUMBERS}
            head: Row = {"variation": number, **one.values, "figure": name}
            yield {**head, "unit": found.units[name], **bands, "draws": figure.draws}


def table(found: Swept) -> pa.Table:
    """The rows as an Arrow table; its metadata say of which sweep."""
    kinds = {"variation": pa.int64(), "draws": pa.int64(), **dict.fromkeys(_NUMBERS, pa.float64())}
    schema = pa.schema([(name, kinds.get(name, pa.string())) for name in columns(found)])
    about = {"scenario": found.scenario, "sweep": found.sweep, "hash": found.parameters_hash}
    return pa.Table.from_pylist(list(rows(found)), schema=schema).replace_schema_metadata(about)


def sheets(found: Swept) -> list[Sheet]:
    """The same for a workbook, with sheets of what was asked and what it rests on."""
    heads = columns(found)
    head = {name: value for name, value in found.head.items() if name != "assumed"}
    about = {**found.title, "sweep": found.sweep, "kind": found.kind, **head}
    assumed = [
        (one.parameter or one.table, one.confidence, one.what["en"], one.why["en"])
        for one in found.assumed
    ]
    return [
        Sheet("variations", heads, [[row[name] for name in heads] for row in rows(found)]),
        Sheet("about", ("what", "value"), list(about.items())),
        Sheet("assumed", ("name", "confidence", "what", "why"), assumed),
    ]
