"""What may be asked of a world: checks that all questions share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.chain.stages import SECTOR, STAGES, USE
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from monazite.chain.worlds import World

_FEWEST = 2
"""Of a single draw all percentiles are one number, which is no band."""


def check_draws(draws: object) -> None:
    """InputError on "draws" where it is neither 0 nor a whole number of at least two draws."""
    whole = isinstance(draws, int) and not isinstance(draws, bool)
    if not whole or not (draws == 0 or int(str(draws)) >= _FEWEST):
        raise InputError("draws", draws, f"0 for no bands, or a whole number from {_FEWEST} up")


def stage_of(world: World, stage: str | None, sector: str | None) -> str:
    """The stage that is asked about, final use where it is None; InputError on stage or sector.

    A sector is one of final use in the world; markets know none.
    """
    at = SECTOR if stage is None else stage
    if at not in STAGES:
        raise InputError("stage", stage, ", ".join(STAGES))
    if sector and at != SECTOR:
        raise InputError("sector", sector, "a sector of final use, without a stage")
    if sector:
        nodes = (node for network in world.networks.values() for node in network.nodes)
        among("sector", sector, (node.sector for node in nodes if node.kind == USE))
    return at


def among(field: str, value: str, known: Iterable[str]) -> None:
    """InputError on the field where nothing that is known is called so."""
    names = list(dict.fromkeys(known))
    if value not in names:
        raise InputError(field, value, ", ".join(names))
