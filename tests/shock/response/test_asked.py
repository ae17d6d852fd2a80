from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from monazite.errors import InputError
from monazite.shock.response.ask_problems import AskError
from monazite.shock.response.asked import read, read_file

HERE = Path(__file__).parent
WHOLE = """
for: [JPN, EU]
futures:
  - {scenario: full-stop, probability: .2}
  - {scenario: revival-2026-11-10, probability: .3}
scope: [magnets]
from: "2026-03"
months: 24
budget: 750
ways: [stockpile, plants]
whole: true
cap: {share: .65, from: "2027-01"}
serve: {defence: 12, medical: 6}
tail: {weight: .5, part: .2}
others: .5
growth: .05
regions: 8
draws: 0
seed: 7
projects: [more.csv]
"""


def problems(text: str, folder: Path = HERE) -> dict[str, str]:
    with pytest.raises(AskError) as told:
        read(text, folder)
    return {one.field: one.accepted for one in told.value.problems}


def test_every_name_is_read(tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text("id\n", encoding="utf-8")
    (tmp_path / "ask.yaml").write_text(WHOLE, encoding="utf-8")
    found = read_file(tmp_path / "ask.yaml")
    assert found.places == ("JPN", "EU")
    assert [(s.id, p) for s, p in found.futures] == [
        ("full-stop", 0.2),
        ("revival-2026-11-10", 0.3),
    ]
    assert (found.scope, found.first, found.months) == (("magnets",), date(2026, 3, 1), 24)
    assert (found.budget_musd, found.ways, found.whole) == (
        750.0, frozenset({"stockpile", "plants"}), True,
    )  # fmt: skip
    assert (found.cap, found.cap_from) == (0.65, date(2027, 1, 1))
    assert found.serve == {"defence": 12, "medical": 6}
    assert (found.tail_weight, found.tail, found.others, found.growth) == (0.5, 0.2, 0.5, 0.05)
    assert (found.regions, found.draws, found.seed) == (8, 0, 7)
    assert found.projects == (tmp_path / "more.csv",)


def test_one_country_and_one_scenario_are_enough() -> None:
    found = read("for: JP\nfutures: [{scenario: full-stop}]\nbudget: 0\ncap: .65\n", HERE)
    assert found.places == ("JPN",)
    assert found.futures[0][1] == 1.0
    assert found.cap == 0.65


@pytest.mark.parametrize("said", ["65%", "65 %", ".65", "'65%'", "{share: 65%}"])
def test_a_share_is_read_as_in_scenarios(said: str) -> None:
    odds = "[{scenario: full-stop, probability: 20%}]"
    found = read(f"for: JP\nfutures: {odds}\nbudget: 0\ncap: {said}\n", HERE)
    assert found.cap == pytest.approx(0.65)
    assert found.futures[0][1] == pytest.approx(0.2)


@pytest.mark.parametrize("said", ["much", "true", "[1]", "nan"])
def test_what_is_no_share_is_told_with_examples(said: str) -> None:
    found = problems(f"for: JP\nfutures: [{{scenario: full-stop}}]\nbudget: 0\ncap: {said}\n")
    assert found == {"cap": "a share, as 65% or .65"}


def test_every_problem_is_said_with_its_place() -> None:
    found = problems("""
for: JP
future: [{scenario: full-stop}]
futures: [{scenario: full-stopp}, {scenario: full-stop, odds: 1}]
budget: much
months: 12.5
ways: [hope]
serve: [defence]
cap: {most: .5}
tail: .5
whole: perhaps
from: tomorrow
""")
    assert found.keys() == {
        "future", "futures[0].scenario", "futures[1]", "budget", "months", "ways", "serve",
        "cap.most", "cap", "tail", "whole", "from",
    }  # fmt: skip
    assert found["future"] == "futures"
    assert "full-stop" in found["futures[0].scenario"]


def test_what_is_missing_is_named() -> None:
    assert problems("months: 12\n").keys() == {"for", "futures", "budget"}
    assert problems("- JP\n").keys() == {"plan"}


def test_what_is_no_yaml_and_no_file_is_said() -> None:
    assert problems("for: [").keys() == {"plan"}
    with pytest.raises(InputError) as told:
        read_file(HERE / "nowhere.yaml")
    assert told.value.field == "plan"
