"""A node: a country at a stage of a material or alloy, making, having or using."""

from __future__ import annotations

from typing import NamedTuple


class Node(NamedTuple):
    """One place in a network.

    material: the element ("Dy"), group ("REE") or alloy ("NdFeB-heavy") that is handled there;
    stage: one of `stages.STAGES`; country: ISO3; kind: make, market or use; sector: of a use.
    """

    material: str
    stage: str
    country: str
    kind: str
    sector: str = ""
