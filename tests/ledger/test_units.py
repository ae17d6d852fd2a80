"""A quantity comes to the line's unit exactly, or by a factor that is kept; never by a guess."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.errors import InputError
from monazite.ledger.units import Said, to_line

DAY = date(2026, 11, 22)


def came_to(quantity: str, said: Said, line: Said) -> str:
    return format(to_line(Decimal(quantity), said, line, DAY).quantity.normalize(), "f")


@pytest.mark.parametrize(
    ("quantity", "said", "line", "expected"),
    [
        ("1250", Said("g"), Said("kg"), "1.25"),
        ("0.5", Said("吨"), Said("kg"), "500"),
        ("3", Said("pcs"), Said("pieces"), "3"),
        ("1", Said("t", "Dy2O3"), Said("kg", "Dy"), "871.321"),
        ("871.321", Said("kg", "dysprosium"), Said("kg", "Dy2O3"), "1000.000299"),
        ("1000", Said("kg", "Nd"), Said("t REO"), "1.166377"),
        ("1000", Said("kg", "Nd2O3"), Said("t REO"), "1"),
        ("1", Said("t REO", "Nd"), Said("kg", "Nd"), "857.356"),
        ("2", Said("t REO"), Said("kg REO"), "2000"),
    ],
)
def test_what_it_comes_to(quantity: str, said: Said, line: Said, expected: str) -> None:
    assert came_to(quantity, said, line) == expected


@pytest.mark.parametrize(
    ("said", "line", "field"),
    [
        (Said("kg"), Said("pieces"), "unit"),
        (Said("m"), Said("kg"), "unit"),
        (Said("kg"), Said("kg REO"), "substance"),
        (Said("kg REO"), Said("kg", "Nd"), "substance"),
        (Said("kg", "Dy2O3"), Said("kg", "Tb"), "substance"),
        (Said("kg", "Ga"), Said("kg REO"), "substance"),
        (Said("kg REO", "Ga"), Said("kg"), "substance"),
        (Said("stones"), Said("kg"), "unit"),
    ],
)
def test_what_cannot_become_the_other_is_refused(said: Said, line: Said, field: str) -> None:
    with pytest.raises(InputError) as caught:
        to_line(Decimal(1), said, line, DAY)
    assert caught.value.field in {field, "element"}


@pytest.mark.parametrize("quantity", ["NaN", "Infinity", "1e12", "-1e12"])
def test_what_no_column_can_keep_is_refused(quantity: str) -> None:
    with pytest.raises(InputError, match="below 10\\^12"):
        to_line(Decimal(quantity), Said("kg"), Said("kg"), DAY)


def test_both_numbers_and_the_factor_are_kept() -> None:
    found = to_line(Decimal("2.5"), Said("t", "Gd2O3"), Said("kg", "Gd"), DAY)
    assert (found.given, found.given_unit) == (Decimal("2.5"), "t")
    assert (found.factor, found.valid_from) == (Decimal("0.867593"), date(2025, 1, 1))
    assert "CIAAW" in found.source


def test_what_is_rounded_away_is_said_and_is_rounded_half_even() -> None:
    halves = [to_line(Decimal(n), Said("mg"), Said("kg"), DAY) for n in ("0.5", "1.5", "2.5")]
    assert [int(each.quantity.scaleb(6)) for each in halves] == [0, 2, 2]
    assert not any(each.exact for each in halves)
    assert to_line(Decimal(2), Said("mg"), Said("kg"), DAY).exact


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.integers(-(10**14), 10**14), st.sampled_from(["g", "kg", "t"]))
def test_within_one_dimension_there_and_back_is_the_same(milligrams: int, unit: str) -> None:
    mass = Decimal(milligrams).scaleb(-6)
    there = to_line(mass, Said("kg"), Said(unit), DAY)
    back = to_line(there.quantity, Said(unit), Said("kg"), DAY)
    assert not there.exact or back.quantity == mass


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.integers(0, 10**15))
def test_an_oxide_is_heavier_and_there_and_back_differs_by_the_factors_alone(mg: int) -> None:
    mass = Decimal(mg).scaleb(-6)
    oxide = to_line(mass, Said("kg", "Dy"), Said("kg", "Dy2O3"), DAY).quantity
    back = to_line(oxide, Said("kg", "Dy2O3"), Said("kg", "Dy"), DAY).quantity
    assert oxide >= mass
    assert abs(back - mass) <= mass * Decimal("0.000002") + Decimal("0.000002")
