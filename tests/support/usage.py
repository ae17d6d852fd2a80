"""Deliveries as licences and declarations say them, a small network, and a world of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np

from monazite.chain.network.network import OBSERVED, Edges, Network
from monazite.chain.network.nodes import Node
from monazite.chain.stages import MAKE, MARKET, MINING, REFINING, SECTOR, USE
from monazite.chain.usage.deliveries import Delivery
from monazite.chain.worlds import World

if TYPE_CHECKING:
    import pytest


def delivery(**said: Any) -> Delivery:
    """One tonne of heavy magnets from China to a Japanese maker of motors, unless said."""
    values: dict[str, Any] = {
        "row": "L1", "firm": "seller", "user": "user", "use": "rotors",
        "sector": "electric_vehicles", "military": False, "origin": "CHN", "country": "JPN",
        "form": "magnet", "contains": (("Nd", Decimal("0.27")), ("Dy", Decimal("0.03"))),
        "licensed_kg": Decimal(1000), "released_kg": Decimal(1000),
    }  # fmt: skip
    return Delivery(**(values | said))


def at(country: str, kind: str, stage: str = REFINING, sector: str = "") -> Node:
    """A node of gallium."""
    return Node("Ga", stage, country, kind, sector)


def use(country: str, sector: str) -> Node:
    """A user of gallium."""
    return at(country, USE, SECTOR, sector)


FLOWS: dict[tuple[Node, Node], float] = {
    (at("CHN", MAKE, MINING), at("CHN", MARKET, MINING)): 100.0,
    (at("CHN", MARKET, MINING), at("CHN", MAKE)): 100.0,
    (at("CHN", MAKE), at("CHN", MARKET)): 100.0,
    (at("AUS", MAKE), at("AUS", MARKET)): 20.0,
    (at("CHN", MARKET), at("JPN", MARKET)): 40.0,
    (at("AUS", MARKET), at("JPN", MARKET)): 10.0,
    (at("CHN", MARKET), use("CHN", "other")): 60.0,
    (at("JPN", MARKET), use("JPN", "solar")): 20.0,
    (at("JPN", MARKET), use("JPN", "electronics")): 30.0,
}
"""China mines and refines, Australia refines, Japan uses for two ends: 80 % Chinese."""


def network() -> Network:
    """The flows as a network; what mines and Australia make enters the world there."""
    nodes = tuple(sorted({end for flow in FLOWS for end in flow}))
    index = {node: n for n, node in enumerate(nodes)}
    entering = np.zeros(len(nodes))
    entering[index[at("CHN", MAKE, MINING)]], entering[index[at("AUS", MAKE)]] = 100.0, 20.0
    return Network(
        "Ga", 2024, nodes,
        Edges(
            np.array([index[source] for source, _ in FLOWS], np.int64),
            np.array([index[target] for _, target in FLOWS], np.int64),
            np.array(list(FLOWS.values())),
            np.full(len(FLOWS), OBSERVED, np.int64),
            np.full(len(FLOWS), 0.1),
            tuple(("row",) for _ in FLOWS),
        ),
        entering, np.zeros(len(nodes)),
    )  # fmt: skip


def world() -> World:
    """Gallium alone."""
    return World(2024, {"Ga": network()}, {}, {}, {}, ())


def small_world(monkeypatch: pytest.MonkeyPatch) -> None:
    """The desk compares with gallium's ways, taken for dysprosium's: no year is balanced."""
    networks = {"Dy": replace(network(), element="Dy")}
    made = replace(world(), networks=networks)
    monkeypatch.setattr("monazite.desk.usage.reporting.world", lambda _year: made)
