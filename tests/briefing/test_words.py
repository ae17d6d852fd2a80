from __future__ import annotations

from decimal import Decimal

import pytest

from monazite.briefing import words
from monazite.facts import TABLES, table
from monazite.trade.monthly.claims import check_claim
from monazite.trade.monthly.figures import Figure, unknown
from monazite.trade.periods import parse


@pytest.mark.parametrize(
    ("value", "text"),
    [("5864.6", "5,864.6"), ("46.0", "46"), ("0", "0"), ("1E+3", "1,000"), ("-3", "−3")],
)
def test_numbers_keep_their_digits(value: str, text: str) -> None:
    assert words.number(Decimal(value)) == text


def test_changes_carry_their_sign() -> None:
    assert words.change(Decimal("22.57")) == "+22.57"
    assert words.change(Decimal("-5.67")) == "−5.67"
    assert words.change(Decimal(0)) == "0"


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("t", "3 t"),
        ("kg", "3 kg"),
        ("%", "+3 %"),
        ("USD million", "USD 3 million"),
        ("USD/kg", "USD 3/kg"),
    ],
)
def test_figures_carry_their_unit(unit: str, text: str) -> None:
    assert words.shown(Figure(Decimal(3), unit), "en") == text


def test_an_unknown_figure_says_so_and_why() -> None:
    figure = unknown("t", "joined")
    assert words.shown(figure, "en") == "cannot be said"
    assert words.why(figure.reason, "en")
    assert words.why(None, "en") == ""


def test_places_and_makers_of_law_have_names() -> None:
    assert words.place("WORLD", "en") == "all destinations"
    assert words.place("US", "zh") == "美国"
    assert words.jurisdiction("EU", "zh") == "欧盟"
    assert words.jurisdiction("CD", "en") == "DR Congo"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_confidence_of_every_row_has_a_word(lang: str) -> None:
    found = {row.confidence for name in TABLES for row in table(name)}
    assert all(words.confidence(word, lang) for word in found)


def test_months_are_written_out() -> None:
    assert words.month_name(parse("2025-12"), "en") == "December 2025"
    assert words.month_name(parse("2024-09/10"), "zh") == "2024年9月和10月"


def test_a_verdict_names_what_the_levels_give() -> None:
    within = words.verdict(check_claim("18.7", "-13.7", before="21.7"), "en")
    assert within.endswith("−14.25 to −13.39 %")
    assert "cannot be said" in words.verdict(check_claim("18.7", "-13.7"), "en")
    exact = words.verdict(check_claim("1000000", "0.0", before="1000000"), "en")
    assert " to " not in exact
