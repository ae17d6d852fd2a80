from __future__ import annotations

from datetime import date

import pytest

from monazite.watch.patterns.families import family
from monazite.watch.patterns.records import Shipment

FAMILIES = frozenset({"Dy", "Ga"})


@pytest.mark.parametrize(
    ("material", "description", "found"),
    [
        ("Dy", "books", "Dy"),
        ("Nd", "dysprosium powder", None),
        ("", "Dysprosium powder, 99.9 %", "Dy"),
        ("", "金属镓", "Ga"),
        ("", "galliumlike toy", None),
        ("", "neodymium magnets", None),
        ("", " ", ""),
    ],
)
def test_what_a_label_says(material: str, description: str, found: str | None) -> None:
    shipment = Shipment("s", date(2026, 1, 1), "A", "B", material=material, description=description)
    assert family(shipment, FAMILIES) == found
