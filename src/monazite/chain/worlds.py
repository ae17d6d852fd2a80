"""The world of one year: a network for each element, and all that is known of the nodes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.balance.residuals import Residual
    from monazite.chain.figures import Figure, Reading
    from monazite.chain.network.network import Floats, Network
    from monazite.chain.network.nodes import Node


@dataclass(frozen=True, slots=True)
class Plant:
    """What is known of a make node; None where nobody says, which is not zero.

    production, capacity: t of contained element a year, of the alloy at an alloy; recovery: what it
    puts out of what it takes in, a fraction; lead_time: years to build one more; stock: t of
    contained element, or days of use, that are held.
    """

    production: Reading | None
    capacity: Figure | None
    recovery: Figure | None
    lead_time: Figure | None
    stock: Figure | None


@dataclass(frozen=True, slots=True)
class Alloy:
    """What an alloy holds: mass fractions by element; its stage is magnet or intermediate."""

    name: str
    stage: str
    holds: Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Gap:
    """A quantity that no source gives: of a node, or of a whole stage where country is empty.

    quantity: production, capacity, trade, yield, lead_time, stock, use, price; why: the key of a
    text `chain.gap.WHY`; filled: whether the balance put an estimate in its place.
    """

    material: str
    stage: str
    country: str
    quantity: str
    why: str
    filled: bool


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """Networks by element in one year, with plants, alloys, owners and what is not known.

    owners: by make node the shares of who controls it, by ISO3; what is missing is not known.
    residuals: by element what the balance moved, worst first; left: by element what stays at each
    node of its network, t, as no known way takes it: stock built, used unseen, or figures that do
    not agree. With it every node but a use closes: recovery x (inflows + entering + unknown) =
    outflows + left. Neither is there of a world that has no balance. estimates: whether what no
    source prints may have been filled in.
    """

    year: int
    networks: Mapping[str, Network]
    plants: Mapping[Node, Plant]
    alloys: Mapping[str, Alloy]
    owners: Mapping[Node, Mapping[str, Figure]]
    gaps: tuple[Gap, ...]
    residuals: Mapping[str, tuple[Residual, ...]] = field(default_factory=dict)
    left: Mapping[str, Floats] = field(default_factory=dict)
    estimates: bool = True

    def __repr__(self) -> str:
        names = ", ".join(self.networks) or "–"
        return f"<World of {self.year}: {names}; {len(self.gaps):,} gaps>"
