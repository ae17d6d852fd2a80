"""Whether goods can be of the batches that they are said to come from, by their rare earths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.groups import GROUPS
from monazite.customs.batches.content import ZERO, Masses
from monazite.errors import InputError
from monazite.law.statement import READERS

if TYPE_CHECKING:
    from decimal import Decimal

    from monazite.customs.regime import Analysis

_RARE = GROUPS["REE"].elements


def unlike(contains: str, drawn: Masses, mass_kg: Decimal, allowed: Analysis) -> tuple[str, ...]:
    """The rare earths that goods name and their batches do not hold so, or the other way round.

    drawn: kilograms by element in mass_kg of batches; allowed: how far two figures may lie apart.
    None of a composition that cannot be read: that is said by itself.
    """
    try:
        stated, groups = READERS["contains"](contains)
    except InputError:
        return ()
    said = {symbol: share for symbol, share in stated or () if symbol in _RARE}
    held = {s: kg / mass_kg for s, kg in drawn.items() if s in _RARE}
    named = frozenset().union(*(GROUPS[group].elements for group in groups))
    every = (said.keys() | held.keys()) - (named - said.keys())
    shares = ((s, said.get(s, ZERO), held.get(s, ZERO)) for s in sorted(every))
    return tuple(s for s, ours, theirs in shares if _differs(ours, theirs, allowed))


def _differs(said: Decimal | None, held: Decimal, allowed: Analysis) -> bool:
    """said: None where it is in the goods and nobody says how much."""
    if said is None:
        return not held
    return abs(said - held) > max(allowed.absolute, allowed.relative * said)
