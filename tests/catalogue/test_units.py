from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import monazite
from monazite.catalogue import units
from monazite.catalogue.tables import rows
from monazite.errors import InputError

REGIMES = Path(monazite.__file__).parent / "regimes"
CODES = [row["unit"] for row in rows("units")]


def units_in(node: object) -> set[str]:
    if isinstance(node, dict):
        own = {node["unit"]} if isinstance(node.get("unit"), str) else set()
        return own.union(*map(units_in, node.values()))
    return set().union(*map(units_in, node)) if isinstance(node, list) else set()


def test_every_unit_of_the_law_data_is_known() -> None:
    used: set[str] = set()
    for path in REGIMES.glob("*/measures/*.yaml"):
        used |= units_in(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
    assert len(used) > 20
    assert used <= set(CODES)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("60 um", "60", "um"),
        ("60um", "60", "um"),
        ("60 µm", "60", "um"),
        ("60μm", "60", "um"),
        ("99.995%", "99.995", "%"),
        ("3 inch", "3", "inch"),
        ("60", "60", None),
        ("-0.5 C", "-0.5", "C"),
        ("25 ℃", "25", "C"),
        (".5 mm", "0.5", "mm"),
        ("1e-6 1/K", "0.000001", "1/K"),
        ("1.73 g/cm³", "1.73", "g/cm3"),
        ("5 T", "5", "T"),
        ("5 t", "5", "t"),
        ("5 Tonnes", "5", "t"),
        ("5 公斤", "5", "kg"),
        ("3 件", "3", "pieces"),
        ("120 t REO", "120", "t REO"),
    ],
)
def test_a_quantity_is_read_as_people_write_it(text: str, value: str, unit: str | None) -> None:
    assert units.parse(text) == units.Quantity(Decimal(value), unit)


@pytest.mark.parametrize(
    "text", ["", "um", "1,000 kg", "1.2.3 mm", "NaN", "Infinity kg", "sixty um"]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(InputError) as caught:
        units.parse(text, "param d50")
    assert (caught.value.field, caught.value.value) == ("param d50", text)
    assert "decimal point" in caught.value.accepted


@pytest.mark.parametrize(("word", "near"), [("kilogramm", "kilogram"), ("inchs", "inches")])
def test_an_unknown_unit_names_the_nearest(word: str, near: str) -> None:
    with pytest.raises(InputError) as caught:
        units.parse(f"5 {word}")
    assert caught.value.value == word
    assert f"'{near}'" in caught.value.accepted


@pytest.mark.parametrize("word", ["Mg", "PPb", "MA", "G"])
def test_case_counts_in_short_units(word: str) -> None:
    with pytest.raises(InputError):
        units.unit(word)


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        ("60", "um", "mm", "0.06"),
        ("3", "inch", "mm", "76.2"),
        ("1", "lb", "kg", "0.45359237"),
        ("2500", "kg", "t", "2.5"),
        ("5", "t", "kg", "5000"),
        ("99.995", "%", "fraction", "0.99995"),
        ("50", "ppm", "%", "0.005"),
        ("1.73", "g/cm3", "kg/m3", "1730"),
        ("0.03", "GPa", "MPa", "30"),
        ("3", "min", "s", "180"),
        ("2", "m3/h", "m3/day", "48"),
        ("120", "t REO", "kg REO", "120000"),
        ("0", "kg", "lb", "0"),
        ("18.7", "usd/kg", "usd/t", "18700"),
    ],
)
def test_conversion_is_exact(value: str, source: str, target: str, expected: str) -> None:
    found = units.convert(Decimal(value), source, target)
    assert found == Decimal(expected)
    assert str(found) == expected


def test_a_conversion_that_never_ends_is_rounded_at_34_digits() -> None:
    found = units.convert(Decimal(1), "s", "min")
    assert str(found) == "0.01666666666666666666666666666666667"


@pytest.mark.parametrize(
    ("source", "target", "alike"),
    [
        ("kg", "um", "length: nm, um, mm, cm, m, inch"),
        ("K", "C", "temperature in degrees Celsius: C"),
        ("kg", "kg REO", "mass as rare-earth oxides: kg REO, t REO"),
        ("T", "t", "mass: mg, g, kg, t, kt, lb"),
    ],
)
def test_only_like_goes_into_like(source: str, target: str, alike: str) -> None:
    with pytest.raises(InputError) as caught:
        units.convert(Decimal(1), source, target)
    assert caught.value.document() == {
        "field": "unit",
        "value": source,
        "accepted": f"a unit of {alike}",
    }


@given(
    st.decimals(min_value=-(10**12), max_value=10**12, places=6),
    st.sampled_from(["mg", "g", "kg", "t", "kt"]),
    st.sampled_from(["mg", "g", "kg", "t", "kt"]),
)
def test_there_and_back_is_the_same_mass(value: Decimal, one: str, other: str) -> None:
    assert units.convert(units.convert(value, one, other), other, one) == value


def test_no_spelling_means_two_units() -> None:
    spelled = [s for row in rows("units") for s in (row["unit"], *row["aliases"].split("|")) if s]
    assert Counter(spelled).most_common(1)[0][1] == 1


def test_units_in_both_languages() -> None:
    assert (units.name("kg", "en"), units.name("kg", "zh")) == ("kg", "千克")
    assert units.name("tonnes", "en") == "t"
