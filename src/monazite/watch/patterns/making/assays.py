"""Made-up assays for C10: goods that are not what was declared, among honest ones.

Planted, five of each: an element left out; several times as much as declared; another material
altogether. Decoys: traces, rounding to whole per cent, errors of the laboratory, elements that no
law controls, laboratories that differ, and (nothing tells them apart) one sample mixed up.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import numpy as np

from monazite.watch.patterns.making.world import Planted, World
from monazite.watch.patterns.records import Assay, Records, Shipment

AS_OF = date(2026, 6, 30)
_GOODS: tuple[dict[str, float], ...] = (
    {"Nd": 0.24, "Fe": 0.67, "Dy": 0.03},
    {"Sm": 0.25, "Co": 0.50, "Fe": 0.16},
    {"Sb": 0.83},
    {"W": 0.93, "Ni": 0.05, "Fe": 0.02},
    {"Fe": 0.60, "Si": 0.38},
)
_PLACES = 4


class _Maker:
    """Numbers assays while they are made."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self.assays: list[Assay] = []
        self.planted: list[Planted] = []
        self.shipments: list[Shipment] = []

    def shipment(self) -> str:
        """One more shipment, that left between one and two years ago."""
        day = AS_OF - timedelta(int(self.rng.integers(365, 730)))
        made = Shipment(f"S{len(self.shipments)}", day, "E1", "U1")
        self.shipments.append(made)
        return made.id

    def assay(
        self, shipment: str, declared: dict[str, float], truth: dict[str, float], custody: str = ""
    ) -> Assay:
        """What a laboratory finds of the truth with an error of two per cent."""
        found = {key: each * (1 + 0.02 * self.rng.standard_normal()) for key, each in truth.items()}
        made = Assay(
            f"K{len(self.assays)}", shipment,
            AS_OF - timedelta(int(self.rng.integers(1, 300))),
            _exact(declared), _exact(found), _exact({k: 0.02 * v for k, v in found.items()}),
            custody=custody or "unbroken",
        )  # fmt: skip
        self.assays.append(made)
        return made

    def plant(self, shape: str, *own: Assay) -> None:
        """Note that these belong together."""
        evidence = {f"shipment:{own[0].shipment}", *(f"assay:{each.id}" for each in own)}
        self.planted.append(Planted("C10", shape, frozenset(evidence)))


def make(seed: int) -> World:
    """A hundred and fifty shipments that a laboratory looked at."""
    maker = _Maker(seed)
    for number in range(135):
        _honest(maker, number)
    for _ in range(5):
        _left_out(maker)
        _less(maker)
        _other(maker)
    records = Records(AS_OF, shipments=tuple(maker.shipments), assays=tuple(maker.assays))
    return World(records, tuple(maker.planted))


def _exact(shares: dict[str, float]) -> dict[str, Decimal]:
    return {key: Decimal(str(round(each, _PLACES + 2))) for key, each in shares.items()}


def _honest(maker: _Maker, number: int) -> None:
    goods = _GOODS[number % len(_GOODS)]
    declared = {key: round(each, 2 if number % 3 else _PLACES) for key, each in goods.items()}
    truth = dict(goods)
    if number % 6 == 0:
        truth["Dy"] = truth.get("Dy", 0.0) + 0.0006
    if number == 1:
        truth = {"W": 0.9, "Co": 0.1}
    shipment = maker.shipment()
    maker.assay(shipment, declared, truth)
    if number % 10 == 0:
        maker.assay(shipment, declared, {**truth, "Sb": 0.05}, "broken")


def _left_out(maker: _Maker) -> None:
    truth = {**_GOODS[0], "Dy": float(maker.rng.uniform(0.002, 0.03))}
    declared = {"Nd": 0.24, "Fe": 0.67}
    maker.plant("left_out", maker.assay(maker.shipment(), declared, truth))


def _less(maker: _Maker) -> None:
    shipment, truth = maker.shipment(), {"Fe": 0.7, "Tb": float(maker.rng.uniform(0.1, 0.25))}
    declared = {"Fe": 0.95, "Tb": 0.05}
    own = [maker.assay(shipment, declared, truth) for _ in range(2)]
    maker.plant("less_declared", *own)


def _other(maker: _Maker) -> None:
    element = str(maker.rng.choice(["Dy", "Tb", "Ga"]))
    truth = {"Ni": 0.1, element: 0.85}
    custody = str(maker.rng.choice(["unbroken", "broken"]))
    assay = maker.assay(maker.shipment(), {"Ni": 0.99}, truth, custody)
    maker.plant("other_material", assay)
