"""Results as JSON objects and as rows of a table, with the ids of the rows that they rest on.

A number that is not known is null, and so is one without end; nothing is NaN. Countries are ISO3.
The shapes of the objects are in `schema`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any

from monazite.chain.exposures.values import Exposure
from monazite.chain.notes import Note
from monazite.chain.problems import Problem
from monazite.chain.standing import Standing
from monazite.trade.indicators.keys import REST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _typeshed import DataclassInstance

    from monazite.chain.exposures.values import Share
    from monazite.chain.profiles import Profile

Json = dict[str, Any]
Row = dict[str, str | int | float | None]
COLUMNS = (
    "country", "material", "year", "sector", "kind", "stage", "on", "share", "p5", "p50", "p95",
    "amount_t",
)  # fmt: skip
"""Of the rows below. sector: a sector, `sector` for all of them, or the stage of a market; kind:
use (amount_t), member (of a group: its part of the use, amount_t; on: its ISO3), direct, ultimate,
made (at stage), owned, left_out (the part of the world's use and amount_t that are counted with the
rest of the world, the user's among them), lost_without (the binding stage, amount_t) or source; on:
a country, `unknown`, or of a source the id of its row and the part it speaks of."""


def document(value: object, lang: str) -> Json:
    """A result as a JSON object: a profile, an exposure, a standing, a chokepoint, a gap.

    Problems and notes are said in the language; all other words are codes.
    """
    return dict(_members(value, lang))


def _members(value: object, lang: str) -> Iterator[tuple[str, object]]:
    """The members of an object: the fields of a class, the names of a tuple or a mapping."""
    match value:
        case Problem():
            yield from value.document(lang).items()
        case Exposure() if not value.use:
            # No use is known: neither is any share of it.
            yield from ((name, _known_to_none(each, lang)) for name, each in _fields(value))
        case Note():
            yield "text", value.text(lang)
            yield from ((name, _json(each, lang)) for name, each in _fields(value))
        case Mapping():
            yield from ((str(name), _json(each, lang)) for name, each in value.items())
        case tuple():
            names = getattr(value, "_fields", ())
            yield from ((name, _json(getattr(value, name), lang)) for name in names)
        case _ if is_dataclass(value):
            yield from ((name, _json(each, lang)) for name, each in _fields(value))
            if isinstance(value, Standing):
                yield "partial", value.partial
        case _:
            raise TypeError(f"{type(value).__name__} is no result of the chain")


def _fields(value: DataclassInstance | type[DataclassInstance]) -> Iterator[tuple[str, object]]:
    return ((one.name, getattr(value, one.name)) for one in fields(value))


def _known_to_none(value: object, lang: str) -> object:
    return None if isinstance(value, float) else _json(value, lang)


def _json(value: object, lang: str) -> object:
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return [_json(each, lang) for each in value]
    return document(value, lang)


def exposure_rows(found: Exposure) -> list[Row]:
    """The shares of an exposure, one a row (`COLUMNS`), and those of an alloy's elements."""
    rows = [_row(found, "use", "", "", None, found.use or None)]
    rows += [
        _row(found, "member", "", one.country, one.share if one.use else None, one.use or None)
        for one in found.members
    ]
    for kind in ("direct", "ultimate", "owned"):
        rows += [_shared(found, kind, "", one) for one in getattr(found, kind)]
    if found.use:
        rows.append(_row(found, "direct", "", "unknown", found.direct_unknown, None))
    for at in found.made:
        rows += [_shared(found, "made", at.stage, one) for one in at.shares]
        rows.append(_row(found, "made", at.stage, "unknown", at.unknown, None))
    if found.left_out is not None:
        left = found.left_out
        rows.append(_row(found, "left_out", "", REST, left.share, left.rest))
    unknown = found.unknown if found.use else None
    rows.append(_row(found, "ultimate", "", "unknown", unknown, None))
    rows += [_row(found, "source", "", one.row, one.share, None) for one in found.grounds]
    return [*rows, *(row for one in found.elements for row in exposure_rows(one))]


def profile_rows(found: Profile) -> list[Row]:
    """The shares of a profile, one a row (`COLUMNS`): use, each stage's market, and losses."""
    rows = exposure_rows(found.use)
    for rung in found.rungs:
        rows += exposure_rows(rung.market) if rung.market else []
    rows += [
        _row(found.use, "lost_without", one.binding, one.supplier, one.loss, one.lost)
        for one in found.chokepoints
    ]
    return rows


def standing_rows(found: Standing) -> list[Row]:
    """The shares of a company's or product's elements, one a row (`COLUMNS`)."""
    return [row for one in found.elements for row in exposure_rows(one)]


def _shared(found: Exposure, kind: str, stage: str, one: Share) -> Row:
    row = _row(found, kind, stage, one.country, one.share, None)
    if one.band:
        row |= {"p5": one.band.p5, "p50": one.band.p50, "p95": one.band.p95}
    return row


def _row(
    found: Exposure, kind: str, stage: str, on: str, share: float | None, amount: float | None
) -> Row:
    said = (found.country, found.material, found.year, found.sector or found.stage, kind, stage, on)
    return dict(zip(COLUMNS, (*said, share, None, None, None, amount), strict=True))
