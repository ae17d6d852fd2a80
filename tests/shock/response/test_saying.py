from __future__ import annotations

from dataclasses import replace

import pytest

from monazite.shock.response.results import Response, Unmet
from monazite.shock.response.saying import fares, headline, remarks, unmet, wishes
from support.shock_responses import LONG, infeasible, nothing, response


def test_the_first_sentence_says_what_to_do_and_what_it_saves() -> None:
    assert headline(response(), "en") == (
        "Japan: new plants (US$ 146 million), substitution (80), stockpile (68), recycling (64), "
        "price floors (57), finished goods (31). For US$ 446 million of public money (of a budget "
        "of 500) the loss to be expected over 36 months falls from US$ 2,400 million to 640: 1,760 "
        "are saved."
    )
    assert "减少1,760百万美元" in headline(response(), "zh")


def test_without_a_limit_there_is_no_budget_to_name() -> None:
    assert "(without a limit)" in headline(replace(response(), budget_musd=None), "en")


def test_a_plan_whose_limits_cost_more_than_it_saves_says_so() -> None:
    found = replace(response(), expected_without_musd=10.0, expected_musd=900.0)
    assert "the loss to be expected rises from US$ 10 million to 900" in headline(found, "en")


def test_an_empty_plan_says_whether_anything_is_to_be_lost() -> None:
    assert headline(nothing(), "en") == (
        "Japan: spend nothing. As the programme sees it, nothing is to be lost over 36 months."
    )
    lost = replace(nothing(), expected_without_musd=40.0, expected_musd=40.0)
    assert "no policy that was allowed saves more than it costs" in headline(lost, "en")


def test_what_cannot_be_met_is_said_once_with_its_worst_month_and_a_remedy() -> None:
    worse = Unmet("service", "defence", "JPN", None, LONG, "2025-08", 0.4, "part")
    found = infeasible()
    said = list(unmet(replace(found, unmet=(*found.unmet, worse)), "en"))
    assert said[0] == (
        "Defence, Japan: 40% of the output of a month is lost at the worst (2025-08; Full stop); "
        "months in all: 4"
    )
    assert "--serve" in said[1]
    assert list(unmet(response(), "en")) == []


def test_a_cap_that_cannot_be_kept_is_said_in_tonnes() -> None:
    short = Unmet("cap", "Dy/refining", None, "CHN", LONG, "2025-08", 4.2, "t")
    said = list(unmet(replace(response(), feasible=False, unmet=(short,)), "en"))
    assert said[0].startswith("Dysprosium out of China to Japan: 4.2 t in the month above the cap")
    assert "--cap" in said[1]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_remarks_name_every_assumption_with_how_sure_it_is(lang: str) -> None:
    text = " ".join(remarks(response(), lang))
    for one in response().assumed:
        assert one.what[lang] in text
    assert {"en": "Recalled (1): projects.", "zh": "凭记忆（1项）：项目。"}[lang] in text
    assert response().notes[0][lang] in text


def test_of_many_assumptions_of_a_kind_so_many_are_named() -> None:
    one = response().assumed[0]
    many = replace(response(), assumed=(one,) * 9)
    assert "Estimates (9): cost of separation plants; and 8 more." in " ".join(
        remarks(many, "en", 1)
    )


@pytest.mark.parametrize(
    ("less", "said"), [(50.0, "costs US$ 50 million more than"), (0.0, "costs no more than")]
)
def test_what_must_be_kept_is_told_with_its_price(less: float, said: str) -> None:
    found = response()
    mix = [one for one in found.regrets if one.portfolio == "mix"]
    free = [
        replace(
            one, portfolio="freed", cost_musd=one.cost_musd - less,
            lost_musd=one.lost_musd - less / 2,
        )
        for one in mix
    ]  # fmt: skip
    (line,) = wishes(replace(found, regrets=(*found.regrets, *free)), "en")
    assert line.startswith(f"What must be kept {said} the plan without it")
    assert ("US$ 25 million of it is value added lost" in line) == bool(less)
    assert list(wishes(found, "en")) == []


def test_how_the_plan_fares_is_said_of_the_likeliest_future() -> None:
    assert list(fares(response(), "en")) == [
        (
            "Simulated week by week, where nobody sees ahead, Seven rare earths, April 2025 costs "
            "US$ 1,100 million without the plan and 310 with it: 790 (474 to 1,185) are saved."
        )
    ]
    assert list(fares(nothing(), "en")) == []


def test_a_gap_is_said_where_there_is_one() -> None:
    found: Response = response()
    off = replace(found, solved=replace(found.solved, gap=0.02))
    assert "2% off" in " ".join(remarks(off, "en"))
    assert " off the best" not in " ".join(remarks(found, "en"))


def test_a_long_note_is_cut_where_not_all_is_asked_for() -> None:
    note = {"en": "word " * 100, "zh": "字" * 400}
    found = replace(response(), notes=(note,))
    assert list(remarks(found, "en"))[-1] == note["en"]
    assert list(remarks(found, "zh", 6))[-1] == f"{'字' * 240} …"
