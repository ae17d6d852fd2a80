"""Masses and values, through tables of their own."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from support.mapped import flows_of, put, side_of

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "year,code,to,kg,unit\n"


def rows(*cells: str) -> str:
    return HEADER + "".join(f"2022,{280000 + n},JPN,{cell}\n" for n, cell in enumerate(cells))


def masses(folder: Path, text: str, extra: str) -> list[Decimal | None]:
    return [row["mass_kg"] for row in flows_of(folder, text, extra + "value: code\n")]


@pytest.mark.parametrize(
    ("decimal", "thousands", "cell", "value"),
    [
        (".", ",", '"1,234.5"', "1234.5"), (",", ".", '"1.234,5"', "1234.5"),
        (".", "'", "1'234'567", "1234567"), (".", " ", "1 234", "1234"), (".", ",", "1234.5", "1234.5"),
        (",", "", '"0,25"', "0.25"), (".", ",", '"-1,234"', None), (".", ",", '"12,34"', None),
        (",", ".", '"1.23,4"', None), (".", ",", '"1,2345"', None), (",", "", "1.5", None),
    ],
)  # fmt: skip
def test_signs_of_decimals_and_thousands(
    tmp_path: Path, decimal: str, thousands: str, cell: str, value: str | None
) -> None:
    extra = f'mass_kg: {{column: kg, decimal: "{decimal}", thousands: "{thousands}"}}\n'
    text = rows(f"{cell},", "1,")
    if value is None:
        told = side_of(tmp_path, text, extra)
        assert told[0]["reason"] == ("negative_mass" if "-" in cell else "not_a_number")
        assert told[0]["value"] == cell.strip('"')
    else:
        assert masses(tmp_path, text, extra) == [Decimal(value), Decimal(1)]


def test_a_decimal_point_where_a_comma_is_the_sign_is_no_number(tmp_path: Path) -> None:
    extra = 'mass_kg: {column: kg, decimal: ","}\n'
    assert [one["reason"] for one in side_of(tmp_path, rows("1.5,", "1,"), extra)] == [
        "not_a_number"
    ]


def test_marks_of_what_is_not_known_and_zero_where_it_means_so(tmp_path: Path) -> None:
    extra = 'mass_kg: {column: kg, missing: ["NA", ":", "…"], zero_is_missing: true}\n'
    found = masses(tmp_path, rows("NA,", ":,", "…,", ",", "0,", "0.000,", " 7 ,"), extra)
    assert found == [None, None, None, None, None, None, Decimal(7)]


def test_zero_is_a_mass_where_nothing_else_is_said(tmp_path: Path) -> None:
    assert masses(tmp_path, rows("0,"), "mass_kg: kg\n") == [Decimal(0)]


def test_units_of_rows_and_those_that_are_none_of_mass(tmp_path: Path) -> None:
    extra = "mass_kg: {column: kg, unit: {column: unit, values: {KG: 1, T: 1000, g: 0.001, ct: 0.0002}}}\n"
    text = rows("5,kg", "5,T", "5,G", "5,ct", "5,No", "5,", ",kg")
    report = put(tmp_path / "a", text, extra + "value: {column: code, times: 0.0001}\n")
    assert report.loads[0].notes == {"mass_missing": 3, "unit_unknown": 2}
    assert masses(tmp_path / "b", text, extra) == [
        Decimal(5), Decimal(5000), Decimal("0.005"), Decimal("0.001"), None, None, None,
    ]  # fmt: skip


def test_a_unit_that_is_not_known_counts_only_where_it_hides_the_mass(tmp_path: Path) -> None:
    extra = (
        "mass_kg:\n- kg\n- {column: qty, unit: {column: unit, values: {KG: 1}}}\n"
        "- {column: net, unit: {column: unit, values: {No: 2}}}\n"
    )
    text = (
        "year,code,to,kg,qty,net,unit\n2022,284690,JPN,5,3,,No\n2022,280530,JPN,,3,4,No\n"
        "2022,811292,JPN,,3,,No\n"
    )
    (one,) = put(tmp_path, text, extra + "value: code\n").loads
    assert (one.notes["unit_unknown"], one.notes["mass_missing"]) == (1, 1)


def test_a_table_without_the_column_of_units_says_no_mass(tmp_path: Path) -> None:
    extra = "optional: [per]\nmass_kg: {column: kg, unit: {column: per, values: {KG: 1}}}\n"
    assert masses(tmp_path, rows("5,"), extra) == [None]


def test_of_several_columns_each_row_takes_the_first_that_is_known(tmp_path: Path) -> None:
    extra = (
        "mass_kg:\n- {column: kg, basis: reported}\n- {column: estimate, basis: estimated}\n"
        "optional: [none]\nvalue: code\n"
    )
    text = "year,code,to,kg,estimate\n2022,284690,JPN,5,6\n2022,280530,JPN,,6\n2022,811292,JPN,,\n"
    found = flows_of(tmp_path, text, extra)
    assert [(row["mass_kg"], row["mass_basis"]) for row in found] == [
        (Decimal(5), "reported"), (Decimal(6), "estimated"), (None, None),
    ]  # fmt: skip


def test_a_column_may_speak_for_one_direction(tmp_path: Path) -> None:
    extra = (
        "direction: {column: flow}\nmass_kg: []\nvalue:\n"
        "- {column: cif, directions: [import], valuation: CIF}\n- {column: fob, valuation: FOB}\n"
    )
    text = "year,code,to,flow,fob,cif\n2022,284690,JPN,import,5,6\n2022,284690,JPN,export,7,8\n"
    found = flows_of(tmp_path, text, extra)
    assert [(row["value_usd"], row["valuation"]) for row in found] == [
        (Decimal(6), "CIF"),
        (Decimal(7), "FOB"),
    ]


def test_unit_values_that_cannot_be_are_counted_not_rejected(tmp_path: Path) -> None:
    text = "year,code,to,kg,usd\n2022,284690,JPN,0.001,9000\n2022,280530,JPN,9000000,1\n2022,811292,JPN,1,1\n"
    (one,) = put(tmp_path, text, "value: usd\n").loads
    assert (one.accepted, one.notes) == (3, {"absurd_unit_value": 2})


def test_a_value_that_dollars_make_too_large_is_told(tmp_path: Path) -> None:
    text = "year,code,to,v\n2022,284690,JPN,900000000000\n2022,280530,JPN,5\n"
    told = side_of(tmp_path, text, "mass_kg: []\nvalue: v\ncurrency: GBP\n")
    assert [(one["row"], one["reason"]) for one in told] == [("1", "absurd_value")]
