from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.customs import reading
from monazite.customs.fields import MOST_ITEMS, TOP
from support.declared import declared

NAMES = ("smco", "ndfeb", "ferrite", "graphite", "ferroalloy", "parcel")
LEAF = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=30), st.decimals()
)
ANY = st.recursive(
    LEAF,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


def codes(document: dict[str, Any]) -> set[str]:
    return {f"{f.code}@{f.path}" for f in reading.read(document).findings}


@pytest.mark.parametrize("name", NAMES)
def test_a_declaration_goes_to_json_and_back(name: str) -> None:
    first = reading.read(declared(name))
    written = json.loads(json.dumps(reading.document(first.declaration)))
    again = reading.read(written)
    assert again.declaration == first.declaration
    assert again.findings == ()


def test_numbers_are_exact_and_days_are_days() -> None:
    changes = {"items[0].quantity": "0.000001", "items[0].mass_kg": 999999999999}
    item = reading.read(declared("smco", changes)).declaration.items[0]
    assert (item.quantity, item.mass_kg) == (Decimal("0.000001"), Decimal(999999999999))
    assert reading.read(declared("smco")).declaration.leaves_on == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("1,5", "number.with_comma"),
        ("1 200,50", "number.with_comma"),
        ("12 kg", "number.with_unit"),
        ("twelve", "number.not_a_number"),
        ("1e3", "number.not_a_number"),
        ("NaN", "number.not_a_number"),
        ("", None),
        (".", "number.not_a_number"),
        ("0.0000001", "number.too_many_digits"),
        ("1000000000000", "number.too_many_digits"),
        ("-0", "number.not_positive"),
        (True, "number.not_a_number"),
        (float("inf"), "number.not_a_number"),
        ([1], "field.unreadable"),
        ("9" * 400, "field.too_long"),
    ],
)
def test_a_number_is_read_or_refused_by_name(value: object, code: str | None) -> None:
    found = codes(declared("ferrite", {"items[0].quantity": value}))
    assert found == ({f"{code}@items[0].quantity"} if code else set())


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("destination", "Atlantis", "field.not_a_country"),
        ("leaves_on", "30/11/2026", "field.not_a_day"),
        ("military", "perhaps", "field.not_yes_or_no"),
        ("items[0].unit", "bushel", "field.not_a_choice"),
        ("items[0].form", "lump", "field.not_a_choice"),
        ("items[0].hs", "85-05", "hs.unreadable"),
        ("items[0].licence_line", "0", "number.not_a_count"),
        ("port", "Ning\u202ebo", "field.unseen_characters"),
        ("port", "Ningb\u043e Beilun", "field.mixed_script"),
        ("via", ["HK", "Narnia"], "field.not_a_country"),
        ("exporter", "Ferry Gate", "field.unreadable"),
        ("items", {"0": {}}, "items.unreadable"),
        ("items[0].draws", "B-1", "field.unreadable"),
        ("leaves_on", "9" * 400, "field.too_long"),
        ("military", "y" * 400, "field.too_long"),
        ("destination", "D" * 400, "field.too_long"),
        ("items[0].unit", "k" * 400, "field.too_long"),
        ("items[0].form", "m" * 400, "field.too_long"),
        ("items[0].hs", "8" * 400, "field.too_long"),
        ("items[0].licence_line", "1" * 400, "field.too_long"),
        ("via", ["HK"] * 60, "field.unreadable"),
        ("items[0].contains", {str(n): None for n in range(60)}, "field.unreadable"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field(path: str, value: object, code: str) -> None:
    assert f"{code}@{path}" in codes(declared("ferrite", {path: value}))


def test_words_of_people_are_understood() -> None:
    changes = {
        "destination": "Oman",
        "items[0].unit": "公斤",
        "items[0].form": "磁体",
        "items[0].currency": "usd",
        "items[0].contains": {"Sr": None, "Fe": "0.6", "O": None},
        "via": "HK；SG",
        "military": "否",
    }
    read = reading.read(declared("ferrite", changes))
    item = read.declaration.items[0]
    assert read.findings == ()
    assert (item.unit, item.form, item.currency) == ("kg", "magnet", "USD")
    assert item.contains == "Sr,Fe=0.6,O"
    assert read.declaration.via == ("HK", "SG")
    assert read.declaration.military is False


def test_more_items_than_anybody_declares_are_refused_at_once() -> None:
    read = reading.read({"items": [{}] * (MOST_ITEMS + 1)})
    assert [f.code for f in read.findings] == ["items.unreadable"]
    assert read.declaration.items == ()


def test_what_stands_there_unread_is_known() -> None:
    read = reading.read(declared("ferrite", {"items[0].value": "dear"}))
    assert read.unread("items[0].value")
    assert not read.unread("items[0].quantity")


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from([*TOP, "items", "exporter", "x"]), ANY))
def test_no_document_is_an_exception(document: dict[str, Any]) -> None:
    read = reading.read(document)
    for finding in read.findings:
        assert finding.message("en")
        assert finding.cure("zh")
    reading.document(read.declaration)
