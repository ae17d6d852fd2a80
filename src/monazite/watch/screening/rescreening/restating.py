"""Entries of which the lists say something else than before, and what else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from monazite.watch.screening.lists.differing import differing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from monazite.watch.screening.entity import Entity
    from monazite.watch.screening.lists.entries import Entries
    from monazite.watch.screening.lists.held import Held

_PARTS = {
    "names": ("names",), "kind": ("kind",), "countries": ("countries",), "dates": ("dates",),
    "identifiers": ("identifiers",), "addresses": ("addresses",), "programmes": ("programmes",),
    "days": ("listed_from", "listed_until", "paused_from", "paused_until"),
    "note": ("source", "note"),
}  # fmt: skip
PARTS = tuple(_PARTS)
"""What of an entry may be another."""


class _Sides(NamedTuple):
    before: Entries
    now: Entries


class Restated(Mapping[tuple[str, str], tuple[str, ...]]):
    """By list and id of each entry that was changed, which of its `PARTS`; read when asked for."""

    def __init__(self, found: Mapping[tuple[str, str], _Sides]) -> None:
        self._found = found

    def __getitem__(self, key: tuple[str, str]) -> tuple[str, ...]:
        before, now = (_entry(side, key[1]) for side in self._found[key])
        return tuple(
            part for part, fields in _PARTS.items()
            if any(getattr(before, name) != getattr(now, name) for name in fields)
        )  # fmt: skip

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def restated(before: Sequence[Held], now: Sequence[Held]) -> Restated:
    """Each entry that is in both versions of its list, and was changed."""
    return Restated(dict(_restated(before, now)))


def _restated(
    before: Sequence[Held], now: Sequence[Held]
) -> Iterator[tuple[tuple[str, str], _Sides]]:
    earlier = {one.used.list: one for one in before}
    for one in now:
        name, old = one.used.list, earlier.get(one.used.list)
        if old is None or old.used.version == one.used.version:
            continue
        found = differing(
            name, (old.used.version, old.entries.digests()),
            (one.used.version, one.entries.digests()),
        )  # fmt: skip
        sides = _Sides(old.entries, one.entries)
        yield from (((name, ident), sides) for ident in found.changed)


def _entry(entries: Entries, ident: str) -> Entity:
    row = entries.row(ident)
    if row is None:
        raise KeyError(ident)
    return entries[row]
