from __future__ import annotations

from decimal import Decimal

import pytest

from monazite.watch.leads.lead import Reason
from monazite.watch.leads.picture import DRAWN, picture
from monazite.watch.leads.precision import ordered
from monazite.watch.leads.wording import figure_words, otherwise_words, reason_words, rule_words
from support.watch_leads import item


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "–"), (3, "3"), (12_345, "12,345"), (Decimal("2500.4"), "2,500"),
        (0.12345, "0.123"), (Decimal("0.36"), "0.36"), ("Dy", "Dy"),
    ],
)  # fmt: skip
def test_figures_are_read_by_people(value: float | str | None, words: str) -> None:
    assert figure_words(value) == words


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_has_no_words_keeps_its_code(lang: str) -> None:
    assert rule_words("Z1", lang) == "Z1"
    assert reason_words("Z1", Reason("odd"), lang) == "odd"
    assert otherwise_words("odd", lang) == "odd"


def test_reasons_of_trade_have_the_words_of_trade() -> None:
    assert reason_words("B7", Reason("first_seen"), "en").startswith("the third country")
    assert otherwise_words("mixed_code", "en") == "several materials share the code"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_picture_draws_the_first_and_has_all_behind_it(lang: str) -> None:
    every = ordered([item("C9", number, score=number / 40) for number in range(DRAWN + 5)])
    chart, behind = picture(every, lang)
    assert len(behind.rows) == DRAWN + 5
    assert behind.rows[0][0] == "1"
    drawn = next(iter(chart.to_dict()["datasets"].values()))
    assert len(drawn) == DRAWN
    assert [row["score"] for row in drawn] == sorted((row["score"] for row in drawn), reverse=True)
