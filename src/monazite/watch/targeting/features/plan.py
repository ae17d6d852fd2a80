"""Which profiles and amounts a table allows: told by its schema alone."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from monazite.watch.targeting.features.parts import Part
from monazite.watch.targeting.table.schema import CATEGORY, NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.watch.targeting.table.schema import Schema

UNIT_VALUE, DENSITY, COVER = "unit value", "density", "declared name"
AMOUNTS = ("value", "mass", "gross", "quantity", "volume")
"""Roles of amounts, none of which can be below nothing."""
_PAIRS = (
    ("importer", "exporter"), ("importer", "origin"), ("importer", "destination"),
    ("exporter", "origin"), ("exporter", "destination"), ("declarant", "importer"),
    ("declarant", "exporter"), ("origin", "departure"), ("origin", "destination"),
    ("phone", "address"), ("forwarder", "exporter"),
)  # fmt: skip
FIRST = ("first4", "first2")
"""The chapters of a code: its first four signs, its first two."""
_WITHOUT_CODE = 8
"""Categories that are paired with each other where there is no code to pair them with."""


class Key(NamedTuple):
    """What a profile is of: one part, or two together."""

    parts: tuple[Part, ...]

    def __str__(self) -> str:
        return " × ".join(map(str, self.parts))


def keys(schema: Schema) -> tuple[Key, ...]:
    """All profiles: of every category, of a code's chapters, of amounts, and of pairs."""
    found = [*_single(schema), *_pairs(schema)]
    return tuple(dict.fromkeys(found))


def units(schema: Schema) -> str | None:
    """The column that a value is divided by for its unit value: mass, else quantity."""
    if schema.with_role("value") is None:
        return None
    return schema.with_role("mass") or schema.with_role("quantity")


def _single(schema: Schema) -> Iterator[Key]:
    code = schema.with_role("code")
    for part in _parts(schema):
        yield Key((part,))
    if code:
        yield from (Key((Part(code, way),)) for way in FIRST)


def _parts(schema: Schema) -> Iterator[Part]:
    """What a profile can be of: categories, the very amounts, the declared name."""
    yield from (Part(name, "text") for name in schema.of_kind(CATEGORY))
    yield from (Part(name, "same") for name in schema.of_kind(NUMBER))
    if units(schema):
        yield Part(UNIT_VALUE, "same")
    if schema.with_role("code") or schema.with_role("description"):
        yield Part(COVER, "text")


def _pairs(schema: Schema) -> Iterator[Key]:
    code = schema.with_role("code")
    if code:
        first = Part(code, "text")
        others = [part for part in _parts(schema) if part not in (first, Part(COVER, "text"))]
        amounts = [name for role in AMOUNTS if (name := schema.with_role(role))]
        others += [Part(name, "size") for name in amounts]
        yield from (Key((first, other)) for other in others)
    else:
        texts = [Part(name, "text") for name in schema.of_kind(CATEGORY)[:_WITHOUT_CODE]]
        yield from (Key(pair) for pair in combinations(texts, 2))
    for one, other in _PAIRS:
        if (left := schema.with_role(one)) and (right := schema.with_role(other)):
            yield Key((Part(left, "text"), Part(right, "text")))
