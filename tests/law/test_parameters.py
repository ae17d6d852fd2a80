from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from monazite.errors import InputError
from monazite.law.conditions import leaves, value
from monazite.law.parameters import parameters_met, parse

PURITY = {"name": "purity", "op": "ge", "value": 99.99, "unit": "%"}
SIZE = {"name": "particle_size", "op": "lt", "value": 60, "unit": "um"}
SHAPE = {"name": "shape", "op": "eq", "value": "tube"}
BLOCK = {"name": "min_dimensions", "op": "ge", "value": [120, 120, 50], "unit": "mm"}
HEAVY = {"name": "mass_fraction", "op": "ge", "value": 0.97, "element": "W"}


def answer(
    tree: Any, fractions: dict[str, Decimal | None] | None = None, **given: str
) -> bool | None:
    stated = {name: parse(text) for name, text in given.items()}
    return value(parameters_met(tree, stated, fractions or {})[0])


@pytest.mark.parametrize(
    ("text", "expected"), [("99.99 %", True), ("99.995%", True), ("99.9%", False), ("99.99", True)]
)
def test_a_limit_is_met_from_its_own_value_upward(text: str, expected: bool) -> None:
    assert answer(PURITY, purity=text) is expected


@pytest.mark.parametrize(("text", "expected"), [("0.05 mm", True), ("60 um", False), ("59", True)])
def test_units_are_converted_and_a_bare_number_is_in_the_unit_of_the_law(
    text: str, expected: bool
) -> None:
    assert answer(SIZE, particle_size=text) is expected


def test_a_unit_of_another_dimension_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        answer(SIZE, particle_size="60 kg")
    assert caught.value.field == "param particle_size"


def test_words_where_a_number_is_meant_are_refused() -> None:
    with pytest.raises(InputError, match="number"):
        answer(SIZE, particle_size="fine")


def test_what_is_not_stated_is_asked_with_its_limit() -> None:
    condition, misses = parameters_met(PURITY, {}, {})
    assert misses == 0
    assert [(leaf.fact, leaf.value) for leaf in leaves(condition)] == [
        ("param:purity", ("≥ 99.99 %",))
    ]


def test_three_sizes_meet_three_sizes_in_any_order() -> None:
    assert answer(BLOCK, min_dimensions="50x130x125 mm") is True
    assert answer(BLOCK, min_dimensions="50x110x125 mm") is False


def test_words_are_compared_without_case() -> None:
    assert answer(SHAPE, shape="Tube") is True
    assert answer(SHAPE, shape="block") is False


def test_alternatives_need_one_and_count_the_nearest_miss() -> None:
    tree = {"any": [{"all": [PURITY, SIZE]}, SHAPE]}
    assert answer(tree, purity="99.999", particle_size="10", shape="block") is True
    assert (
        parameters_met(
            tree,
            {n: parse(t) for n, t in {"purity": "1", "particle_size": "90", "shape": "x"}.items()},
            {},
        )[1]
        == 1
    )
    assert (
        parameters_met(
            {"all": [PURITY, SIZE]}, {"purity": parse("1"), "particle_size": parse("90")}, {}
        )[1]
        == 2
    )


def test_a_mass_fraction_comes_from_the_composition() -> None:
    assert answer(HEAVY, {"W": Decimal("0.98")}) is True
    assert answer(HEAVY, {"W": Decimal("0.9")}) is False
    assert answer(HEAVY, {"W": None}) is None
    assert answer(HEAVY, {"Mo": None}) is False
    assert answer(HEAVY) is None


def test_a_condition_that_was_not_read_can_be_answered_by_nobody() -> None:
    tree = {"name": "further_conditions", "op": "eq", "value": "not read"}
    assert answer(tree, further_conditions="not read") is None


def test_ranges_and_lists_include_their_ends() -> None:
    between = {"name": "volume", "op": "between", "value": [10, 50], "unit": "m3"}
    listed = {"name": "frequency", "op": "in", "value": [915, 2450], "unit": "MHz"}
    assert [answer(between, volume=v) for v in ("9.99", "10", "50", "50.1")] == [
        False,
        True,
        True,
        False,
    ]
    assert [answer(listed, frequency=v) for v in ("915 MHz", "2.45 GHz", "916")] == [
        True,
        True,
        False,
    ]
