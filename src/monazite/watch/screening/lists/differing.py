"""What two versions of a list do not share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from monazite.watch.screening.lists.entries import Entries


@dataclass(frozen=True, slots=True)
class Difference:
    """Ids of the entries that are new, gone, or of which the list says something else; sorted."""

    list: str
    old: str
    new: str
    appeared: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[str, ...]


def differing(
    list_: str, old: tuple[str, Mapping[str, bytes]], new: tuple[str, Mapping[str, bytes]]
) -> Difference:
    """The difference of two versions, each as its hash and the digests of its entries by id."""
    (old_version, before), (new_version, now) = old, new
    changed = (ident for ident in before.keys() & now.keys() if before[ident] != now[ident])
    return Difference(
        list_, old_version, new_version,
        appeared=tuple(sorted(now.keys() - before.keys())),
        gone=tuple(sorted(before.keys() - now.keys())),
        changed=tuple(sorted(changed)),
    )  # fmt: skip


def names_differing(before: Entries, now: Entries) -> tuple[int, int]:
    """How many names are new and gone, an entry's own each, whatever became of the entry."""
    old, new = before.digests(), now.digests()
    moved = {ident for ident in old.keys() | new.keys() if old.get(ident) != new.get(ident)}
    earlier, later = _names(before, moved), _names(now, moved)
    return len(later - earlier), len(earlier - later)


def _names(entries: Entries, among: Collection[str]) -> set[int]:
    """Hashes of id and name: of a million entries the texts themselves would be too much."""
    if not among:
        return set()
    ids = entries.ids()
    pairs = zip(entries.owners().tolist(), entries.texts(), strict=True)
    return {hash((ids[owner], text)) for owner, text in pairs if ids[owner] in among}
