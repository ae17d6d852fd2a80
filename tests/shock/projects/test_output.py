"""What a project puts out, by good of the model: by what is printed, by the deposit, or not."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from monazite.catalogue.oxides import oxides
from monazite.facts import row
from monazite.shock.model.model import Good
from monazite.shock.projects.columns import MATERIALS, REE
from monazite.shock.projects.output import output
from monazite.shock.projects.reading import read
from support.projects import written

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.shock.projects.output import Output

FACTOR = {one.element: one.to_element for one in oxides().values()}


def made(tmp_path: Path, **cells: str) -> Output:
    (one,) = read(written(tmp_path / "o.csv", cells))
    return output(one)


def test_printed_parts_of_an_oxide_are_brought_to_the_element(tmp_path: Path) -> None:
    found = made(tmp_path, capacity="200", contains="Dy=75%; Tb=25%")
    assert found.tonnes[Good("Dy", "refining")] == pytest.approx(150 * FACTOR["Dy"])
    assert found.tonnes[Good("Tb", "refining")] == pytest.approx(50 * FACTOR["Tb"])
    assert (found.rows, found.why) == ((), "")


def test_shares_of_the_deposit_split_what_nobody_splits(tmp_path: Path) -> None:
    found = made(tmp_path, material="NdPr", contains="", deposit="mountain-pass", capacity="1634")
    nd, pr = (
        Decimal(row(f"deposits/mountain-pass/{name}").fields["share_of_reo_pct"])
        for name in ("Nd", "Pr")
    )
    wanted = 1634 * nd / (nd + pr) * FACTOR["Nd"]
    assert found.tonnes[Good("Nd", "refining")] == pytest.approx(wanted)
    assert found.rows == ("deposits/mountain-pass/Pr", "deposits/mountain-pass/Nd")


def test_an_ore_has_every_rare_earth_of_its_deposit(tmp_path: Path) -> None:
    cells = {"material": "REE", "contains": "", "capacity_unit": "t REO/a", "stage": "mining"}
    found = made(tmp_path, deposit="guangdong-xenotime", capacity="1000", **cells)
    oxide = {good.material: tonnes / FACTOR[good.material] for good, tonnes in found.tonnes.items()}
    assert sum(oxide.values()) == pytest.approx(Decimal(1000))
    assert oxide["Dy"] > 10 * oxide["Nd"] / 5
    assert {good.stage for good in found.tonnes} == {"mining"}


def test_a_trace_in_a_deposit_is_no_share(tmp_path: Path) -> None:
    """Mountain Pass has dysprosium and terbium as traces alone."""
    assert made(tmp_path, contains="", deposit="mountain-pass").why == "no_shares"


def test_a_product_of_fixed_parts_is_split_by_them(tmp_path: Path) -> None:
    found = made(tmp_path, material="NdPr", contains="", capacity="400", capacity_unit="t metal/a")
    assert found.tonnes[Good("Nd", "refining")] == 300
    assert found.rows == ("project-products/NdPr/Nd", "project-products/NdPr/Pr")


@pytest.mark.parametrize(
    ("material", "unit", "part"),
    [("W", "t oxide/a", FACTOR["W"]), ("Sb", "t contained/a", 1), ("Ga", "t/a", 1)],
)
def test_one_element_needs_no_parts(
    tmp_path: Path, material: str, unit: str, part: Decimal
) -> None:
    found = made(tmp_path, material=material, contains="", capacity="10", capacity_unit=unit)
    assert found.tonnes == {Good(material, "refining"): pytest.approx(10 * part)}


@pytest.mark.parametrize(("stage", "unit"), [("magnet", "t magnets/a"), ("alloy", "t alloy/a")])
def test_magnets_and_alloys_are_counted_as_they_are(tmp_path: Path, stage: str, unit: str) -> None:
    cells = {"material": "NdFeB", "contains": "", "stage": stage, "capacity_unit": unit}
    assert made(tmp_path, **cells).tonnes == {Good("NdFeB", stage): 120}


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"capacity": ""}, "no_capacity"),
        ({"capacity_unit": "t feed/a"}, "feed"),
        ({"contains": ""}, "no_shares"),
        ({"material": "W", "contains": "", "capacity_unit": "t concentrate/a"}, "no_shares"),
        ({"material": "REE", "contains": "", "capacity_unit": "t REO/a"}, "no_shares"),
    ],
)
def test_what_is_not_known_is_nothing_with_a_reason(
    tmp_path: Path, cells: dict[str, str], why: str
) -> None:
    found = made(tmp_path, **cells)
    assert (dict(found.tonnes), found.why) == ({}, why)


def test_twice_the_capacity_is_twice_the_output(tmp_path: Path) -> None:
    one, two = (made(tmp_path, capacity=str(amount)).tonnes for amount in (70, 140))
    assert {good: 2 * tonnes for good, tonnes in one.items()} == pytest.approx(two)


def test_every_rare_earth_but_the_one_that_decays_has_a_factor() -> None:
    assert {*MATERIALS[REE]} - {*FACTOR} == {"Pm"}
