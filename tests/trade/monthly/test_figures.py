from __future__ import annotations

import json
from decimal import Decimal

from monazite.trade.monthly.figures import Figure, change, plain, ratio, total, unknown, weakest
from monazite.trade.monthly.published import amount_rounding


def figure(value: str, confidence: str = "reported", row: str = "x/1", unit: str = "t") -> Figure:
    around = amount_rounding(Decimal(value)) if confidence == "reported" else None
    return Figure(Decimal(value), unit, (row,), confidence, None, around)


def test_the_document_holds_numbers_or_null_with_a_reason() -> None:
    assert figure("5864.6").document() == {
        "value": 5864.6, "unit": "t", "source": "x/1", "confidence": "reported", "reason": None,
    }  # fmt: skip
    assert unknown("t", "joined", ("a", "b")).document() == {
        "value": None, "unit": "t", "source": "a, b", "confidence": None, "reason": "joined",
    }  # fmt: skip
    assert json.dumps(plain(Decimal("24827.0"))) == "24827"


def test_the_weakest_input_decides() -> None:
    assert weakest(figure("1"), figure("1", "derived")) == "derived"
    assert weakest(figure("1", "derived-weak"), figure("1", "derived")) == "derived-weak"


def test_a_sum_adds_values_rounding_and_rows() -> None:
    both = total([figure("1.5"), figure("2", row="x/2")])
    assert both.value == Decimal("3.5")
    assert both.sources == ("x/1", "x/2")
    assert both.interval is not None
    assert (both.interval.low, both.interval.high) == (Decimal("2.95"), Decimal("4.05"))


def test_a_sum_with_a_derived_part_has_no_known_rounding() -> None:
    both = total([figure("1.5"), figure("2", "derived")])
    assert (both.interval, both.confidence) == (None, "derived")


def test_printed_levels_beat_a_printed_change() -> None:
    printed = figure("-13.7", row="change/1", unit="%")
    assert change(figure("18.7"), figure("21.7"), printed).value == Decimal("-13.82")


def test_a_printed_change_beats_a_derived_level_and_stands_for_a_missing_one() -> None:
    printed = figure("-74", row="change/1", unit="%")
    assert change(figure("1238"), figure("4762", "derived"), printed) == printed
    assert change(figure("1238"), unknown("t", "joined"), printed) == printed


def test_without_a_printed_change_derived_levels_give_a_derived_one() -> None:
    found = change(figure("1238"), figure("2626", "derived"), None)
    assert (found.value, found.confidence) == (Decimal("-52.86"), "derived")


def test_unknown_inputs_give_their_reason_the_newer_first() -> None:
    joined, missing = unknown("t", "joined", ("j",)), unknown("t", "not_published_here")
    assert change(missing, joined, None).reason == "not_published_here"
    found = change(figure("1"), joined, None)
    assert (found.reason, found.sources, found.unit) == ("joined", ("j",), "%")
    assert change(figure("1"), figure("0"), None).reason == "zero_base"


def test_unit_values() -> None:
    usd = figure("18.7", unit="USD million")
    assert ratio(usd, figure("5864.6"), "USD/kg", 1000).value == Decimal("3.19")
    assert ratio(usd, figure("0"), "USD/kg", 1000).reason == "zero_base"
    assert ratio(usd, unknown("t", "joined"), "USD/kg", 1000).reason == "joined"
