from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monazite.customs.batches.content import added, content, elements, reo_kg, share
from monazite.errors import InputError

MASSES = st.decimals("0.000001", "1000000", places=6)


def test_an_oxide_gives_its_element_with_the_factor_and_its_source() -> None:
    found = content("Dy2O3", Decimal(100))
    assert (found.element, found.element_kg) == ("Dy", Decimal("87.132100"))
    assert found.factor == Decimal("0.871321")
    assert found.source
    assert found.document()["mass_kg"] == "100"


def test_an_element_is_itself() -> None:
    found = content(" Nd ", Decimal("2.5"))
    assert (found.word, found.element_kg, found.factor) == ("Nd", Decimal("2.5"), Decimal(1))


@pytest.mark.parametrize("word", ["", "Xx", "Nd2Fe14B", "稀土"])
def test_what_is_neither_is_refused(word: str) -> None:
    with pytest.raises(InputError):
        content(word, Decimal(1))


def test_the_same_element_from_two_constituents_is_one_sum() -> None:
    both = (content("Dy2O3", Decimal(100)), content("Dy", Decimal(1)))
    assert elements(both) == {"Dy": Decimal("88.132100")}


@given(MASSES, MASSES)
def test_the_parts_of_a_batch_are_the_batch_to_the_milligram(one: Decimal, other: Decimal) -> None:
    whole = {"Nd": one, "Dy": other}
    weight = one + other
    parts = [share(whole, part, weight) for part in (weight / 3, weight / 3, weight / 3)]
    for symbol, mass in added(parts).items():
        assert abs(mass - whole[symbol]) <= Decimal("0.000002")


def test_quotas_count_rare_earths_as_oxides_and_nothing_else() -> None:
    counted = reo_kg({"Dy": Decimal("87.1321"), "Fe": Decimal(1000)})
    assert abs(counted - 100) < Decimal("0.01")
    assert reo_kg({"Fe": Decimal(1)}) == 0
