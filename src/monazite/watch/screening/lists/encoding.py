"""An entity as a row of Parquet, and what tells one state of it from another."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import pyarrow as pa

from monazite.watch.screening.entity import Entity, Identifier, Name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from monazite.watch.screening.entity import Kind, NameKind

SCHEMA = pa.schema([
    ("id", pa.string()),
    ("kind", pa.string()),
    ("names", pa.list_(pa.string())),
    ("name_kinds", pa.list_(pa.string())),
    ("rest", pa.string()),
    ("digest", pa.binary(16)),
])  # fmt: skip
"""rest: everything else as one JSON array, decoded where an entry is asked for."""
_SETS = ("countries", "dates", "addresses", "programmes")
_DAYS = ("listed_from", "listed_until", "paused_from", "paused_until")
_TEXTS = ("source", "note")
_DIGEST_BYTES = 16


class Row(NamedTuple):
    """An entity as the columns of the schema."""

    id: str
    kind: Kind
    names: tuple[str, ...]
    name_kinds: tuple[NameKind, ...]
    rest: str
    digest: bytes


def row(entity: Entity) -> Row:
    """The entity as a row."""
    rest = _rest(entity)
    texts, kinds = zip(*entity.names, strict=True)
    found = digest(entity)
    return Row(entity.id, entity.kind, texts, kinds, _json(rest) if any(rest) else "", found)


def digest(entity: Entity) -> bytes:
    """The hash of what the list says of it: the same in whatever order it says so."""
    sets: list[object] = [sorted(getattr(entity, name)) for name in _SETS]
    said: list[object] = [entity.kind, entity.names[0], sorted(entity.names), *sets]
    said.append(sorted(entity.identifiers))
    said += [_day(getattr(entity, name)) for name in _DAYS]
    said += [entity.source, entity.note]
    return hashlib.blake2b(_json(said).encode(), digest_size=_DIGEST_BYTES).digest()


def table(rows: Sequence[Row]) -> pa.Table:
    """Rows as a table of the schema."""
    columns: Iterable[tuple[Any, ...]] = zip(*rows, strict=True) if rows else ((),) * len(SCHEMA)
    arrays = [pa.array(one, field.type) for one, field in zip(columns, SCHEMA, strict=True)]
    return pa.Table.from_arrays(arrays, schema=SCHEMA)


def entity(
    list_: str, ident: str, kind: str, names: Iterable[tuple[str, str]], rest: str
) -> Entity:
    """The entity of a row's columns."""
    its_names = tuple(Name(text, cast("NameKind", name_kind)) for text, name_kind in names)
    its_kind = cast("Kind", kind)
    if not rest:
        return Entity(list_, ident, its_kind, its_names)
    found = json.loads(rest)
    sets = [tuple(one) for one in found[: len(_SETS)]]
    numbers = tuple(Identifier(*one) for one in found[len(_SETS)])
    days = found[len(_SETS) + 1 : -len(_TEXTS)]
    first, last, pause, resumed = (date.fromisoformat(one) if one else None for one in days)
    countries, dates, addresses, programmes = sets
    return Entity(
        list_, ident, its_kind, its_names, countries, dates, numbers, addresses, programmes,
        first, last, pause, resumed, *found[-len(_TEXTS) :],
    )  # fmt: skip


def _rest(entity: Entity) -> list[Any]:
    sets = [getattr(entity, name) for name in _SETS]
    days = [_day(getattr(entity, name)) for name in _DAYS]
    return [*sets, entity.identifiers, *days, entity.source, entity.note]


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
