from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from monazite.chain.packaged.csvs import table
from monazite.chain.packaged.united_states import added, part, printed

RELEASE = Path(__file__).parents[4] / "shared/data/usgs_mcs/mcs2026_commodities_data_utf8.csv"
UNITS = {"t": "metric tons", "kg": "kilograms", "kt": "thousand metric dry tons"}


def release() -> list[dict[str, str]]:
    if not RELEASE.exists():
        pytest.skip("the data release of USGS beside the repository is missing")
    with RELEASE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.shared
@pytest.mark.parametrize(
    ("commodity", "material"),
    [("Antimony", "Sb"), ("Tungsten", "W"), ("Gallium", "Ga"), ("Graphite (Natural)", "GRAPHITE")],
)
def test_production_of_2024_is_that_of_the_release_country_by_country(
    commodity: str, material: str
) -> None:
    expected = sorted(
        Decimal(one["value"].replace(",", "").replace("—", "0"))
        for one in release()
        if one["commodity"] == commodity
        and one["section"].startswith("World")
        and (one["statistics"], one["year"]) == ("Production", "2024")
        and one["value"].replace("—", "0").replace(",", "").isdigit()
    )
    packaged = sorted(
        Decimal(one.fields["quantity"])
        for one in table("usgs-world")
        if (one.fields["material"], one.fields["year"]) == (material, "2024")
        and not one.id.endswith("/capacity")
    )
    assert packaged == expected
    assert len(packaged) > 5


@pytest.mark.shared
def test_no_figure_of_the_united_states_is_another_than_in_the_release() -> None:
    printed_there = {
        (one["commodity"].lower(), one["unit"], one["year"], one["value"].replace(",", ""))
        for one in release()
    }
    names = {
        "Sb": "antimony", "W": "tungsten", "Ga": "gallium", "Ge": "germanium", "Y": "yttrium",
        "GRAPHITE": "graphite (natural)", "REE": "rare earths", "ALUMINA": "alumina",
    }  # fmt: skip
    for one in table("usgs-united-states"):
        told = one.fields
        value = "—" if told["quantity"] == "0" else told["quantity"]
        key = (names[told["material"]], UNITS[told["unit"]], told["year"], value)
        assert key in printed_there, one.id


def test_what_is_withheld_is_no_row() -> None:
    assert printed("W", "consumption", "apparent, all forms", 2024) is None
    assert printed("Sb", "consumption", "apparent", 2019) is None


def test_kilograms_of_the_national_table_become_tonnes() -> None:
    consumed = printed("Ga", "consumption", "reported", 2024)
    assert consumed is not None
    assert consumed.value == pytest.approx(18.7)


def test_sums_and_parts_keep_the_rows_of_both() -> None:
    first = printed("Sb", "production", "smelter: primary", 2024)
    again = printed("Sb", "production", "smelter: secondary", 2024)
    assert first is not None
    assert again is not None
    whole = added(first, again)
    assert whole.value == 3_918
    assert whole.rows == (*first.rows, *again.rows)
    assert part(again, whole).value == pytest.approx(3_330 / 3_918)
