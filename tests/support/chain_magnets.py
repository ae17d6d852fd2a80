"""A small world of dysprosium and neodymium in heavy magnets, with shares that are easily told.

Magnets of Japan stand on oxides of which 90 % are separated in China and 10 % in Malaysia; what
Germany has of magnets comes from China by three quarters and from Japan by one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.chain.figures import MEMORY, Figure
from monazite.chain.network.nodes import Node
from monazite.chain.stages import MAGNET, MAKE, MARKET, MINING, REFINING, SECTOR, USE
from monazite.chain.worlds import Alloy, World
from support.chain_networks import network

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from monazite.chain.network.network import Network

HEAVY = "NdFeB-heavy"


def at(element: str, stage: str, country: str, kind: str) -> Node:
    """A node: of the element before magnets, of the alloy there."""
    return Node(HEAVY if stage == MAGNET else element, stage, country, kind)


def of(element: str, scale: float) -> Network:
    """The flows of one element, all larger by a factor."""
    flows: Mapping[tuple[tuple[str, str, str], tuple[str, str, str]], float] = {
        ((MINING, "CHN", MAKE), (MINING, "CHN", MARKET)): 90,
        ((MINING, "AUS", MAKE), (MINING, "AUS", MARKET)): 10,
        ((MINING, "AUS", MARKET), (MINING, "MYS", MARKET)): 10,
        ((MINING, "CHN", MARKET), (REFINING, "CHN", MAKE)): 90,
        ((MINING, "MYS", MARKET), (REFINING, "MYS", MAKE)): 10,
        ((REFINING, "CHN", MAKE), (REFINING, "CHN", MARKET)): 90,
        ((REFINING, "MYS", MAKE), (REFINING, "MYS", MARKET)): 10,
        ((REFINING, "CHN", MARKET), (REFINING, "JPN", MARKET)): 18,
        ((REFINING, "MYS", MARKET), (REFINING, "JPN", MARKET)): 2,
        ((REFINING, "CHN", MARKET), (MAGNET, "CHN", MAKE)): 72,
        ((REFINING, "JPN", MARKET), (MAGNET, "JPN", MAKE)): 20,
        ((MAGNET, "CHN", MAKE), (MAGNET, "CHN", MARKET)): 72,
        ((MAGNET, "JPN", MAKE), (MAGNET, "JPN", MARKET)): 20,
        ((MAGNET, "CHN", MARKET), (MAGNET, "DEU", MARKET)): 15,
        ((MAGNET, "JPN", MARKET), (MAGNET, "DEU", MARKET)): 5,
    }
    edges = [(at(element, *a), at(element, *b), scale * t) for (a, b), t in flows.items()]
    use = Node(HEAVY, SECTOR, "DEU", USE, "traction")
    edges.append((at(element, MAGNET, "DEU", MARKET), use, 20 * scale))
    entering = {
        at(element, MINING, "CHN", MAKE): 90 * scale,
        at(element, MINING, "AUS", MAKE): 10 * scale,
    }
    return network(edges, entering, element=element)


def fraction(value: float) -> Figure:
    """A mass fraction, from memory."""
    return Figure(value, "fraction", 2024, "memory", MEMORY, ("magnet-composition/test",))


def magnets() -> World:
    """The world of both, and the one alloy: 25 % Nd, 4 % Dy."""
    found = {element: of(element, scale) for element, scale in (("Dy", 1.0), ("Nd", 9.0))}
    heavy = Alloy(HEAVY, MAGNET, {"Nd": fraction(0.25), "Dy": fraction(0.04)})
    return World(2024, found, {}, {HEAVY: heavy}, {}, ())


def written(folder: Path, text: str) -> Path:
    """A file with this text."""
    path = folder / "given.csv"
    path.write_text(text, encoding="utf-8")
    return path
