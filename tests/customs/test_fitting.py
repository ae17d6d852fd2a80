from __future__ import annotations

from decimal import Decimal

import pytest

from monazite.customs.declared import Item
from monazite.customs.facts import LineFacts
from monazite.customs.fitting import quantity_in, unlike
from support.declared import TODAY


def line(**said: str) -> LineFacts:
    values = {"form": "", "contains": "", "control_code": "", "hs": "", "unit": "kg"} | said
    return LineFacts(
        number=1, description="", controlled_by="quantity", currency="USD",
        left_quantity=None, left_value=None, uses_left=None, **values,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("item", "of", "fields"),
    [
        (Item(hs="8505111000"), line(hs="850511"), ()),
        (Item(hs="8505119000"), line(hs="8505111000"), ("hs",)),
        (Item(form="magnet"), line(form="alloy"), ("form",)),
        (Item(form="magnet"), line(), ()),
        (Item(control_code="1C902.a.4"), line(control_code="1C902"), ()),
        (Item(control_code="1C904.a.4"), line(control_code="1C902"), ("control_code",)),
        (Item(control_code="none"), line(control_code="1C902"), ()),
        (Item(contains="Nd,Fe,B,Dy=0.02"), line(contains="Nd,Fe,B,Dy"), ()),
        (Item(contains="Nd,Fe,B"), line(contains="Sm,Co"), ("contains",)),
        (Item(contains="Dy2O3"), line(contains="Dy"), ()),
        (Item(contains="Dy=0"), line(contains="Sm"), ()),
        (Item(contains="GRAPHITE_NATURAL"), line(contains="GRAPHITE"), ()),
        (Item(contains="GRAPHITE_NATURAL"), line(contains="GRAPHITE_ARTIFICIAL"), ("contains",)),
        (Item(contains="Dy"), line(contains="REE"), ()),
    ],
)
def test_an_item_is_what_a_line_is_for_or_says_where_not(
    item: Item, of: LineFacts, fields: tuple[str, ...]
) -> None:
    assert unlike(item, of) == fields


@pytest.mark.parametrize(
    ("item", "unit", "quantity"),
    [
        (Item(quantity=Decimal("2.5"), unit="t"), "kg", "2500"),
        (Item(quantity=Decimal("0.0015"), unit="g"), "kg", "0.000002"),
        (Item(quantity=Decimal("0.0025"), unit="g"), "kg", "0.000002"),
        (Item(quantity=Decimal(7), unit="piece"), "kg", None),
        (Item(quantity=Decimal(7), unit="piece", mass_kg=Decimal(3)), "kg", "3"),
        (
            Item(mass_kg=Decimal(3), second_quantity=Decimal(9), second_unit="piece"),
            "piece",
            "9",
        ),
        (Item(), "kg", None),
    ],
)
def test_only_like_goes_into_like_to_the_milligram(
    item: Item, unit: str, quantity: str | None
) -> None:
    found = quantity_in(item, unit, TODAY)
    assert found == (None if quantity is None else Decimal(quantity))
