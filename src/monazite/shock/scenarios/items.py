"""Goods of a model as the law sees them: representative items with form, code and composition."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from monazite.law.statement import situation
from monazite.law.store import load
from monazite.shock.tables import table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.law.situation import Item

_PER_CENT = 100.0
_ANY_DAY = "2025-01-01"


class Representative(NamedTuple):
    """A part of a good, and what of it is put before the law; id: of its packaged row."""

    id: str
    share: float
    hs: str
    item: Item


def representatives(material: str, stage: str) -> tuple[Representative, ...]:
    """The items of a good, their shares adding up to 1; none where the law is not asked."""
    return _every().get((material, stage), ())


@cache
def _every() -> Mapping[tuple[str, str], tuple[Representative, ...]]:
    found: dict[tuple[str, str], tuple[Representative, ...]] = {}
    for row in table("shock-items"):
        said = row.fields
        one = Representative(row.id, float(said["share_pct"]) / _PER_CENT, said["hs"], _item(said))
        key = said["material"], said["stage"]
        found[key] = (*found.get(key, ()), one)
    return found


def _item(said: Mapping[str, str]) -> Item:
    statement = {
        "form": said["form"], "hs": said["hs"], "contains": said["contains"], "only": "yes",
        "param": said["parameters"], "on": _ANY_DAY,
    }  # fmt: skip
    return situation(statement, load()).item
