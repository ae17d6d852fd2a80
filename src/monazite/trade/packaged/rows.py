"""A packaged figure followed to its document, as a row of facts: `production/Gallium/CHN-2024`.

The ids are `production/COMMODITY/ISO3-YEAR`, `production-totals/COMMODITY-YEAR` and
`governance/ISO3-YEAR`; they name one row of a table in `tables`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import pyarrow.compute as pc

from monazite.errors import InputError
from monazite.facts import Row
from monazite.trade.packaged import tables

if TYPE_CHECKING:
    from collections.abc import Callable

    import pyarrow as pa

_MINING = "World Mining Data 2026, BMF Austria"
_WGI = "Worldwide Governance Indicators, World Bank, CC BY 4.0"
_ACCEPTED = (
    "the id of a packaged figure: production/Gallium/CHN-2024, production-totals/Gallium-2024 or "
    "governance/CHN-2022"
)
_TABLES: dict[str, tuple[Callable[[], pa.Table], str, tuple[str, ...]]] = {
    "production": (tables.production, _MINING, ("commodity", "iso3", "year")),
    "production-totals": (tables.production_totals, _MINING, ("commodity", "year")),
    "governance": (tables.governance, _WGI, ("iso3", "year")),
}


def row(row_id: str) -> Row:
    """The packaged figure of that id; InputError on "row" where there is none.

    The confidence is `reported`; whether the publisher estimated the figure stands in `basis`.
    """
    name, _, rest = row_id.strip().partition("/")
    if name not in _TABLES:
        raise InputError("row", row_id, _ACCEPTED)
    read, source, keys = _TABLES[name]
    words, _, year = rest.rpartition("-")
    found = _matching(read(), dict(zip(keys, [*words.rsplit("/", 1), year], strict=False)))
    if found is None:
        raise InputError("row", row_id, _ACCEPTED)
    return Row(row_id.strip(), name, MappingProxyType(found), source, "reported", _note(found))


def _matching(table: pa.Table, wanted: dict[str, str]) -> dict[str, str] | None:
    """The one row of those keys as text."""
    mask = None
    for key, value in wanted.items():
        same = pc.equal(pc.cast(table[key], "string"), value)
        mask = same if mask is None else pc.and_(mask, same)
    rows = table.filter(mask).to_pylist()
    return {key: _text(value) for key, value in rows[0].items()} if rows else None


def _text(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _note(found: dict[str, str]) -> str:
    if "revision" not in found:
        return ""
    return (
        f"revision of {found['revision']}: 2023 and later have a new method and are another series"
    )
