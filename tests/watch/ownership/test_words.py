from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from monazite.watch.ownership import words
from support.holdings import found


@pytest.mark.parametrize(
    ("share", "text"),
    [("0.5", "50%"), ("0.49999999", "49.99%"), ("0", "0%"), ("1", "100%"), ("0.333", "33.3%")],
)
def test_a_share_is_never_rounded_up_to_a_threshold(share: str, text: str) -> None:
    assert words.percent(Decimal(share)) == text


def test_a_float_is_said_as_it_is_meant() -> None:
    assert words.percent(0.1 + 0.2) == "30%"
    assert words.percent(0.29) == "29%"


def test_a_way_names_shares_and_who_else_is_needed() -> None:
    parties = {one.party: one for one in found(["X A 50%", "A B 40%", "X B 10%"], ["X"]).parties}
    assert words.way(parties["B"]) == "X –50%→ A –40%→ B (+ X 10%)"
    assert words.way(parties["X"]) == ""


def test_what_is_open_is_said_in_both_languages() -> None:
    lines = ["X A 50%", "A B 30%", "Z B 30%", "X C ?"]
    parties = {one.party: one for one in found(lines, ["X", "Z"], "cn-61").parties}
    assert words.state(parties["B"], "en") == (
        "possibly, if owners are added up and if indirect ownership counts"
    )
    assert words.state(parties["B"], "zh") == "可能：如所有者合并计算且如计入间接持股"
    assert words.held(parties["C"]) == "0%–100%"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_head_says_terms_state_and_readings(lang: str) -> None:
    lines = list(words.head(found(["X A 50%"], ["X"], "bis", date(2026, 11, 10)), lang))
    assert len(lines) == 4
    assert "50%" in lines[0]
    assert "2026-11-10" in " ".join(lines[1:])


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_remarks_name_what_to_look_at(lang: str) -> None:
    answer = found(["X A 60%", "X A 60%"], ["X", "NOBODY"])
    said = list(words.remarks(answer, lang))
    assert len(said) == 3
    assert "NOBODY" in said[0]
    assert "120%" in said[1]
    assert "60% + 60% = 120%" in said[2]


def test_of_many_things_to_look_at_some_are_named_and_the_others_counted() -> None:
    lines = [line for n in range(20) for line in (f"X A{n} 80%", f"Q A{n} 80%")]
    said = list(words.remarks(found(lines, ["X"]), "en"))
    assert len(said) == 9
    assert said[-1].startswith("12 more")
