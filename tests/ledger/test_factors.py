"""Factors between element and oxide are dated, and follow from the atomic weights of their day."""

from __future__ import annotations

import csv
import re
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from monazite.errors import InputError
from monazite.ledger import factors

OXYGEN = Decimal("15.999")
REVISED = {"Gd": Decimal("157.249"), "Lu": Decimal("174.96669")}
"""What CIAAW published in 2024; the catalogue has the table of 2021."""


def rows() -> list[dict[str, str]]:
    place = Path(factors.__file__).with_name("factors.csv")
    return list(csv.DictReader(place.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["oxide"])
def test_a_revised_factor_follows_from_the_revised_weight(row: dict[str, str]) -> None:
    found = re.fullmatch(r"[A-Z][a-z]?(\d*)O(\d*)", row["oxide"])
    assert found is not None
    metal, oxygen = (int(count or 1) for count in found.groups())
    mass = REVISED[row["element"]] * metal
    oxide = mass + OXYGEN * oxygen
    assert round(oxide / mass, 6) == Decimal(row["element_to_oxide"])
    assert round(mass / oxide, 6) == Decimal(row["oxide_to_element"])


def test_a_day_has_the_factor_that_held_on_it() -> None:
    revised = date(2025, 1, 1)
    assert factors.factor("Gd2O3", revised - timedelta(1)).to_oxide == Decimal("1.152614")
    assert factors.factor("Gd2O3", revised).to_oxide == Decimal("1.152615")
    assert factors.factor("Dy2O3", revised).to_element == Decimal("0.871321")


def test_before_the_first_table_there_is_no_factor() -> None:
    assert factors.factor("Dy2O3", date(2022, 5, 4)).element == "Dy"
    with pytest.raises(InputError, match="a day from 2022-05-04 on"):
        factors.factor("Dy2O3", date(2022, 5, 3))


def test_an_oxide_without_a_factor_is_named() -> None:
    with pytest.raises(InputError, match="Dy2O5"):
        factors.factor("Dy2O5", date(2026, 1, 1))
