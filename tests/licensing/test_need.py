"""The bill of materials as exact arithmetic, against figures worked out by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monazite.licensing.masses import written
from monazite.licensing.need import Need, need, stock_of
from monazite.licensing.precheck import precheck
from monazite.licensing.reading import read

if TYPE_CHECKING:
    from decimal import Decimal
from support.forms import TODAY, changed, good_form


def _need(**changes: Any) -> Need | None:
    typed = {path.replace("__", "."): value for path, value in changes.items()}
    return need(read(changed(good_form(), typed)).application, 1)


def test_the_need_is_what_a_planner_works_out() -> None:
    # 24,000 a year, 3 months: 6,000 motors; 0.35 kg each, 2 % lost; 150 kg in stock.
    found = _need()
    assert found == Need(Fraction(1800), Fraction(6000 * 35, 98) - 150, "kg")
    assert written(found.needed) == "1992.857143"


def test_losses_and_amounts_multiply_along_the_path() -> None:
    tree = [
        {"node": "1", "part": "motor", "per_parent": "1", "unit": "piece"},
        {"node": "1.1", "part": "rotor", "per_parent": "2", "unit": "piece", "loss": "0.2"},
        {
            "node": "1.1.1",
            "part": "magnet",
            "per_parent": "50",
            "unit": "g",
            "loss": "0.5",
            "line": "1",
        },
    ]
    found = _need(product_tree=tree, civil_use__stock_at_site_kg="0")
    assert found is not None
    # 6,000 x 2 / 0.8 x 0.05 kg / 0.5
    assert found.needed == 1500


def test_parts_that_take_the_same_line_add_up() -> None:
    more = {"node": "1.2", "part": "sensor", "per_parent": "5", "unit": "g", "line": "1"}
    found = _need(**{"product_tree[3]": more})
    assert found is not None
    assert found.needed == Fraction(6000 * 35, 98) - 150 + 30


def test_a_stock_above_the_need_leaves_none() -> None:
    found = _need(civil_use__stock_at_site_kg="9000")
    assert found is not None
    assert found.needed == 0


@pytest.mark.parametrize(
    "changes",
    [
        {"civil_use__period_months": None},
        {"civil_use__product_units_per_year": None},
        {"product_tree": []},
        {"product_tree[0].node": "7"},
        {"product_tree[1].per_parent": None},
        {"product_tree[2].loss": "1"},
        {"product_tree[2].unit": "piece"},
        {"product_tree[2].unit": None},
        {
            "product_tree[3]": {
                "node": "1.2",
                "part": "x",
                "per_parent": "1",
                "unit": "piece",
                "line": "1",
            }
        },
        {"lines[0].quantity": None},
        {"lines": []},
    ],
)
def test_what_cannot_be_worked_out_is_not_guessed(changes: dict[str, Any]) -> None:
    assert _need(**changes) is None


@given(
    made=st.integers(1, 10**6),
    months=st.integers(1, 60),
    amount=st.decimals("0.001", "1000", places=3),
    asked=st.decimals("0.001", "1000000", places=3),
)
def test_a_need_can_be_asked_for_exactly(
    made: int, months: int, amount: Decimal, asked: Decimal
) -> None:
    found = _need(
        **{
            "civil_use__product_units_per_year": str(made),
            "civil_use__period_months": str(months),
            "civil_use__stock_at_site_kg": None,
            "product_tree[2].per_parent": f"{amount:f}",
            "product_tree[2].loss": None,
            "lines[0].quantity": f"{asked:f}",
        }
    )
    assert found is not None
    assert found.needed * 12 == Fraction(made) * months * Fraction(amount)
    assert found.asked == Fraction(asked)


_PIECES = {
    "lines[0].unit": "piece",
    "lines[0].quantity": "9000",
    "lines[0].mass_kg": "180",
    "product_tree[2].unit": "piece",
    "product_tree[2].per_parent": "2",
}


def test_a_stock_in_kilograms_counts_as_pieces_by_the_mass_of_the_line() -> None:
    found = _need(**_PIECES)
    # 6,000 motors with 2 magnets of 20 g, 2 % lost; 150 kg in stock are 7,500 pieces.
    assert found == Need(Fraction(9000), Fraction(6000 * 2 * 100, 98) - 7500, "piece")


def test_pieces_are_asked_for_whole() -> None:
    found = _need(**_PIECES)
    assert found is not None
    assert found.needed == Fraction(6000 * 2 * 100, 98) - 7500
    assert found.most == 4745
    weighed = _need()
    assert weighed is not None
    assert weighed.most == weighed.needed


@pytest.mark.parametrize("mass", [None, "0", "-1"])
def test_a_stock_that_cannot_be_counted_as_pieces_is_said(mass: str | None) -> None:
    form = changed(good_form(), _PIECES | {"lines[0].mass_kg": mass})
    application = read(form).application
    assert stock_of(application, 1, "piece") is None
    found = need(application, 1)
    assert found is not None
    assert found.needed == Fraction(6000 * 2 * 100, 98)
    said = {(f.code, f.path) for f in precheck(form, today=TODAY).findings}
    assert ("bill.stock_not_in_pieces", "lines[0].mass_kg") in said


def test_one_stock_is_not_taken_off_several_lines() -> None:
    more = {"node": "1.2", "part": "sensor", "per_parent": "5", "unit": "g", "line": "2"}
    form = changed(good_form(), {"product_tree[3]": more, "lines[1]": good_form()["lines"][0]})
    application = read(form).application
    needs = [need(application, number) for number in (1, 2)]
    assert [found and found.needed for found in needs] == [Fraction(6000 * 35, 98), 30]
    said = [f for f in precheck(form, today=TODAY).findings if f.code == "bill.stock_of_several"]
    assert [(f.path, f.severity) for f in said] == [("civil_use.stock_at_site_kg", "warning")]
    none = changed(form, {"civil_use.stock_at_site_kg": "0"})
    codes = {f.code for f in precheck(none, today=TODAY).findings}
    assert "bill.stock_of_several" not in codes
