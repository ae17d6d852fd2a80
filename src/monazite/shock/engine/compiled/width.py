"""How many draws run abreast, as the compiler may know it beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.shock.engine.compiled.jit import jit

if TYPE_CHECKING:
    from monazite.shock.engine.compiled.lanes import Lanes


@jit
def abreast(z: Lanes) -> int:
    """The draws of a block; of one alone the loops over draws vanish when it is compiled."""
    return 1 if len(z.alone) else z.stock.shape[1]


@jit
def even(z: Lanes) -> bool:
    """Every row of a market is as wide as the block.

    It always is. Asked before a run, it tells the compiler what it cannot see, and the places of
    all that trade reads need no multiplying: a sixth of the time of a draw alone.
    """
    width = abreast(z)
    return bool(
        z.coming.shape[2] == width
        and z.line.shape[1] == width
        and z.trust_market.shape[1] == width
        and z.each.shape[1] == width
        and z.first.shape[1] == width
        and z.second.shape[1] == width
        and z.fill_first.shape[1] == width
        and z.fill_second.shape[1] == width
        and z.given.shape[1] == width
        and z.claimed.shape[1] == width
        and z.expected.shape[1] == width
        and z.stock.shape[1] == width
    )
