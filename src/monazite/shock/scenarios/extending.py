"""A scenario that begins from another: what it says itself comes after what the other says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

EXTENDS = "extends"
_ITS_OWN = frozenset({"id", "title", "summary", "sources", EXTENDS})
Place = tuple[int | str, ...]


class Extended(NamedTuple):
    """A document with nothing left to look up; before: entries of the other one, by list."""

    document: Any
    before: Mapping[Place, int]


def extended(own: Mapping[str, Any], other: Mapping[str, Any]) -> Extended:
    """Lists are added to, mappings merged, and anything else takes the place of the other's.

    Of the other scenario neither id, texts nor sources are taken.
    """
    taken = {key: value for key, value in other.items() if key not in _ITS_OWN}
    rest = {key: value for key, value in own.items() if key != EXTENDS}
    before: dict[Place, int] = {}
    return Extended(_merged(taken, rest, (), before), before)


def _merged(
    other: Mapping[str, Any], own: Mapping[str, Any], at: Place, before: dict[Place, int]
) -> dict[str, Any]:
    found = {**other, **own}
    for key in other.keys() - own.keys():
        if isinstance(other[key], list):
            before[*at, key] = len(other[key])
    for key in other.keys() & own.keys():
        theirs, ours, place = other[key], own[key], (*at, key)
        if isinstance(theirs, dict) and isinstance(ours, dict):
            found[key] = _merged(theirs, ours, place, before)
        elif isinstance(theirs, list) and isinstance(ours, list):
            found[key] = [*theirs, *ours]
            before[place] = len(theirs)
    return found
