from __future__ import annotations

from decimal import Decimal

import pytest

from monazite.catalogue import elements
from monazite.errors import InputError


def test_there_are_118_elements_in_the_order_of_their_numbers() -> None:
    assert [each.z for each in elements.ELEMENTS.values()] == list(range(1, 119))
    assert len(elements.SYMBOLS) == 118


@pytest.mark.parametrize(
    ("word", "symbol"),
    [
        ("Dy", "Dy"),
        ("dy", "Dy"),
        ("dysprosium", "Dy"),
        ("Dysprosium", "Dy"),
        ("镝", "Dy"),
        ("No", "No"),
        ("Y", "Y"),
        ("钇", "Y"),
        ("wolfram", "W"),
        ("aluminum", "Al"),
        ("aluminium", "Al"),
        (" 镓 ", "Ga"),
    ],
)
def test_an_element_is_read_from_symbol_and_name(word: str, symbol: str) -> None:
    assert elements.element(word) == symbol


def test_an_unknown_element_names_the_nearest() -> None:
    with pytest.raises(InputError) as caught:
        elements.element("dysprosum", "contains")
    assert caught.value.field == "contains"
    assert caught.value.accepted.endswith("did you mean 'dysprosium'?")


@pytest.mark.parametrize(
    ("symbol", "en", "zh"),
    [("Dy", "dysprosium", "镝"), ("W", "tungsten", "钨"), ("Og", "oganesson", "鿫")],
)
def test_names_in_both_languages(symbol: str, en: str, zh: str) -> None:
    assert (elements.name(symbol, "en"), elements.name(symbol, "zh")) == (en, zh)


def test_every_name_is_there_once_and_chinese_names_are_one_sign() -> None:
    all_elements = elements.ELEMENTS.values()
    assert len({each.name_en for each in all_elements}) == 118
    assert len({each.name_zh for each in all_elements}) == 118
    assert all(len(each.name_zh) == 1 and not each.name_zh.isascii() for each in all_elements)


def test_an_element_without_a_standard_weight_has_none() -> None:
    assert elements.ELEMENTS["Pm"].weight is None
    assert elements.ELEMENTS["Dy"].weight == Decimal("162.5")


@pytest.mark.parametrize(
    ("text", "atoms"),
    [
        ("Dy2O3", {"Dy": 2, "O": 3}),
        ("Dy₂O₃", {"Dy": 2, "O": 3}),
        ("Nd2Fe14B", {"Nd": 2, "Fe": 14, "B": 1}),
        ("CO", {"C": 1, "O": 1}),
        ("Co", {"Co": 1}),
        ("CH3CH3", {"C": 2, "H": 6}),
        ("NO", {"N": 1, "O": 1}),
        ("GRAPHITE", None),
        ("Xx2", None),
        ("Dy0", None),
        ("Nd2(CO3)3", None),
        ("dy2o3", None),
        ("Dy2O3 ", None),
        ("", None),
    ],
)
def test_a_plain_formula_gives_its_atoms(text: str, atoms: dict[str, int] | None) -> None:
    assert elements.parse_formula(text) == atoms
