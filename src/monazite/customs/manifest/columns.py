"""What the columns of a manifest are: fields of the declaration, of a party, of an item."""

from __future__ import annotations

from typing import NamedTuple

from monazite.catalogue.words import nearest
from monazite.customs import fields
from monazite.customs.manifest.said import refused

ITEM, BATCH = "item", "batch"
_BATCH = {"batch": "batch", "batch_mass_kg": "mass_kg"}
_ALSO = {"licence": "licences", "license": "licences", "hs_code": "hs"}


class Column(NamedTuple):
    """Where a column's cells go: of "" (the declaration), a party, ITEM or BATCH; the field."""

    of: str
    field: str


def names() -> dict[str, Column]:
    """Every column by its name; a party's fields as `consignee_name`."""
    parties = {
        f"{role}_{name}": Column(role, name) for role in fields.PARTIES for name in fields.PARTY
    }
    return {
        **{name: Column("", name) for name in fields.TOP},
        **parties,
        **{name: Column(ITEM, name) for name in fields.ITEM},
        **{also: Column(ITEM, name) for also, name in _ALSO.items()},
        **{name: Column(BATCH, of) for name, of in _BATCH.items()},
    }


def columns(header: tuple[str, ...]) -> tuple[Column | None, ...]:
    """The column of each cell, None where it has no name.

    InputError names every column that is unknown or stands twice.
    """
    known = names()
    found = [known.get(_plain(name)) for name in header]
    wrong = [
        f"{name[:60]} ({', '.join(nearest(_plain(name)[:60], known)) or '–'}?)"
        for name, column in zip(header, found, strict=True)
        if name and column is None
    ]
    wrong += [
        name
        for n, (name, column) in enumerate(zip(header, found, strict=True))
        if column is not None and column in found[:n]
    ]
    if wrong:
        raise refused("columns", "; ".join(wrong), "the columns of a manifest, each once")
    return tuple(found)


def _plain(name: str) -> str:
    word = name.strip().casefold()
    return word.replace("-", "_").replace(" ", "_").replace(".", "_")
