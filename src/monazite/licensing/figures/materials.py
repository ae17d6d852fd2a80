"""Which materials under control an application is about, from what its lines contain."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from monazite.catalogue.groups import GROUPS
from monazite.errors import InputError
from monazite.law.law import FAMILIES
from monazite.law.statement import READERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from monazite.law.law import Law


def controlled(law: Law, jurisdiction: str) -> frozenset[str]:
    """The materials that an entry of the jurisdiction's licence requirements names alone.

    Kinds of these are among them (natural graphite of carbon), what only goes with others is not
    (the iron of a magnet).
    """
    alone = frozenset(
        atom.item.materials[0]
        for atom in law.atoms
        if atom.item is not None
        and len(atom.item.materials) == 1
        and atom.measure.jurisdiction == jurisdiction
        and "licence_requirement" in atom.measure.kinds
    )
    return alone | {group.code for group in GROUPS.values() if group.of in alone}


@lru_cache(maxsize=8192)
def contained(text: str, wanted: frozenset[str]) -> tuple[str, ...]:
    """The wanted materials that a line's `contains` names; none where it cannot be read.

    Of a magnet its rare earths alone: nobody asks for the boron or the cobalt in it.
    """
    try:
        elements, groups = READERS["contains"](text) if text else ((), frozenset())
    except InputError:
        return ()
    symbols = frozenset(symbol for symbol, _ in elements or ())
    for family in FAMILIES:
        if family <= symbols:
            symbols -= family - GROUPS["REE"].elements
    return tuple(sorted((symbols | groups) & wanted))


def materials(texts: Iterable[str], wanted: frozenset[str]) -> tuple[str, ...]:
    """Those of several lines."""
    return tuple(sorted({name for text in texts for name in contained(text, wanted)}))
