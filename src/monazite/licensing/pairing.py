"""Which row of an older list is which of a newer one: by what identifies it, not by its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from monazite.licensing.meaning import Row

_IDENTITY: Mapping[str, tuple[str, ...]] = {
    "parties": ("role", "name", "name_native", "identifier"),
    "lines": ("description", "form", "contains", "hs", "control_code"),
    "transport": ("mode", "port_of_exit", "port_of_entry"),
    "product_tree": ("node", "part"),
    "onward_sales": ("customer", "country"),
    "papers": ("label", "kind", "sha256"),
    "claims": ("claim", "paper"),
}
# What identifies a row weighs more than all that it says beside.
_WEIGHT = 20


def paired(section: str, old: Sequence[Row], new: Sequence[Row]) -> dict[int, int]:
    """New row → old row; a row that has nothing of its identity on the other side is left out.

    Rows alike in all that identifies them belong together, first those at one place; of the
    others those that have most in common.
    """
    names = _IDENTITY.get(section)
    if names is None:
        return {n: n for n in range(min(len(old), len(new)))}
    pairs = _alike(names, old, new)
    free = [(j, i) for j, i in _free(old, new, pairs) if _common(names, old[i], new[j])]
    free.sort(key=lambda at: (-_score(names, old[at[1]], new[at[0]]), abs(at[0] - at[1]), at))
    taken = set(pairs.values())
    for j, i in free:
        if j not in pairs and i not in taken:
            pairs[j] = i
            taken.add(i)
    return pairs


def _alike(names: tuple[str, ...], old: Sequence[Row], new: Sequence[Row]) -> dict[int, int]:
    """The rows that are alike in all that identifies them."""
    here, there = ([[row.get(name) for name in names] for row in rows] for rows in (new, old))
    pairs = {n: n for n in range(min(len(old), len(new))) if here[n] == there[n]}
    left = [i for i in range(len(old)) if i not in pairs.values()]
    for j in range(len(new)):
        found = next((i for i in left if j not in pairs and there[i] == here[j]), None)
        if found is not None:
            pairs[j] = found
            left.remove(found)
    return pairs


def _free(
    old: Sequence[Row], new: Sequence[Row], pairs: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    left = [i for i in range(len(old)) if i not in pairs.values()]
    return ((j, i) for j in range(len(new)) if j not in pairs for i in left)


def _common(names: tuple[str, ...], old: Row, new: Row) -> int:
    return sum(1 for name in names if name in old and old[name] == new.get(name))


def _score(names: tuple[str, ...], old: Row, new: Row) -> int:
    beside = sum(1 for name, leaf in old.items() if leaf == new.get(name))
    return _WEIGHT * _common(names, old, new) + beside
