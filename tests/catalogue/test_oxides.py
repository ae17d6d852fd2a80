from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monazite.catalogue import oxides
from monazite.catalogue.elements import ELEMENTS, parse_formula
from monazite.catalogue.groups import GROUPS
from monazite.errors import InputError


@pytest.mark.parametrize("formula", sorted(oxides.oxides()))
def test_a_factor_is_what_the_atomic_weights_give(formula: str) -> None:
    oxide = oxides.oxides()[formula]
    atoms = parse_formula(formula)
    assert atoms is not None
    weights = {symbol: ELEMENTS[symbol].weight for symbol in atoms}
    whole = sum(float(weights[s] or 0) * n for s, n in atoms.items())
    share = float(weights[oxide.element] or 0) * atoms[oxide.element] / whole
    assert float(oxide.to_element) == pytest.approx(share, abs=1e-6)
    assert float(oxide.from_element) == pytest.approx(1 / share, rel=2e-6)
    assert oxide.source


def test_every_rare_earth_with_a_stable_isotope_has_an_oxide() -> None:
    covered = {each.element for each in oxides.oxides().values()}
    assert GROUPS["REE"].elements - covered == {"Pm"}


def test_a_conversion_keeps_both_numbers_and_the_factor() -> None:
    found = oxides.to_element(Decimal(100), "Dy2O3")
    assert (found.given_kg, found.given_as) == (Decimal(100), "Dy2O3")
    assert (found.mass_kg, found.converted_to) == (Decimal("87.132100"), "Dy")
    assert found.factor == Decimal("0.871321")
    back = oxides.to_oxide(Decimal("87.1321"), "dysprosium")
    assert (back.mass_kg, back.converted_to) == (Decimal("100.000030"), "Dy2O3")


@pytest.mark.parametrize(
    ("given_kg", "kept_kg"),
    [("0.0000005", "0.000000"), ("0.000001", "0.000001"), ("0.000005", "0.000004")],
)
def test_masses_are_kept_to_the_milligram(given_kg: str, kept_kg: str) -> None:
    assert oxides.to_element(Decimal(given_kg), "Dy2O3").mass_kg == Decimal(kept_kg)


def test_a_half_milligram_goes_to_the_even_one() -> None:
    # Half of 0.862361 and of 0.879383: one half milligram goes down, the other up.
    assert oxides.to_element(Decimal("0.5"), "Sm2O3").mass_kg == Decimal("0.431180")
    assert oxides.to_element(Decimal("0.5"), "Lu2O3").mass_kg == Decimal("0.439692")


@given(st.decimals(min_value=0, max_value=10**11, places=6))
def test_there_and_back_differs_by_no_more_than_the_factors(mass: Decimal) -> None:
    back = oxides.to_oxide(oxides.to_element(mass, "Nd2O3").mass_kg, "Nd").mass_kg
    assert abs(back - mass) <= mass * Decimal("0.000002") + oxides.MILLIGRAM * 2


def test_rare_earths_are_counted_as_their_oxides() -> None:
    found = oxides.reo_equivalent({"Nd": Decimal(10), "镝": Decimal(1)})
    assert found.mass_kg == Decimal("11.663770") + Decimal("1.147683")
    assert [part.converted_to for part in found.parts] == ["Nd2O3", "Dy2O3"]
    assert oxides.reo_equivalent({}).mass_kg == 0


def test_only_rare_earths_have_an_equivalent() -> None:
    with pytest.raises(InputError) as caught:
        oxides.reo_equivalent({"Nd": Decimal(1), "Ga": Decimal(1)})
    assert (caught.value.field, caught.value.value) == ("element", "Ga")


def test_one_element_of_a_compound() -> None:
    found = oxides.content(Decimal(1000), "Nd2Fe14B", "neodymium")
    assert (found.mass_kg, found.converted_to) == (Decimal("266.837000"), "Nd")


@pytest.mark.parametrize(
    ("call", "field", "accepted"),
    [
        (lambda: oxides.to_element(Decimal(1), "Dy2O"), "oxide", "did you mean 'Dy2O3'"),
        (lambda: oxides.to_oxide(Decimal(1), "Pm"), "element", "with an oxide factor: Sc, Y, La"),
        (lambda: oxides.to_oxide(Decimal(1), "Xx"), "element", "symbol or name"),
        (lambda: oxides.content(Decimal(1), "Nd2Fe14", "Nd"), "compound", "'Nd2Fe14B'"),
        (lambda: oxides.content(Decimal(1), "SmCo5", "Nd"), "element", "of SmCo5: Sm, Co"),
        (lambda: oxides.to_oxide(Decimal(-1), "Nd"), "mass_kg", "zero or more"),
        (lambda: oxides.to_oxide(Decimal("NaN"), "Nd"), "mass_kg", "zero or more"),
        (lambda: oxides.to_oxide(Decimal(10) ** 12, "Nd"), "mass_kg", "below 10^12"),
    ],
)
def test_what_cannot_be_converted_says_what_can(call: object, field: str, accepted: str) -> None:
    assert callable(call)
    with pytest.raises(InputError) as caught:
        call()
    assert caught.value.field == field
    assert accepted in caught.value.accepted


def test_the_shares_of_a_compound_do_not_pass_one() -> None:
    shares = [oxides.content(Decimal(1), "Nd2Fe14B", each).mass_kg for each in ("Nd", "Fe", "B")]
    assert sum(shares) == Decimal("1.000000")
