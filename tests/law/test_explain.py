from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from monazite.law.asked import asked_words, day_words
from monazite.law.explain import Explanation, explain
from monazite.law.memory import Memory
from monazite.law.parameters import parse
from monazite.law.ruling import rule_on
from monazite.law.state_words import state_words
from monazite.law.statement import situation
from monazite.law.status import Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.law.law import Law


@pytest.fixture
def told(law: Law) -> Callable[..., Explanation]:
    """The explanation of a statement; `from_` stands for the field `from`."""

    def told_(lang: str = "en", **given: Any) -> Explanation:
        named = {name.rstrip("_"): value for name, value in given.items()}
        return explain(law, rule_on(law, situation(named, law)), lang)

    return told_


MAGNET = {"form": "magnet", "contains": "Nd,Fe,B,Dy=0.02", "from_": "CN", "to": "US"}


def test_the_answer_is_one_line_and_stands_on_the_entry_that_matches(
    told: Callable[..., Explanation],
) -> None:
    one = told(**MAGNET, on="2025-06-10")
    assert (one.outcome, one.answer) == ("licence_required", "licence required (dual-use)")
    assert [line.measure for line in one.why] == ["CN-2025-18"]
    assert "dysprosium" in one.why[0].text
    assert "1C905.a.4" in one.why[0].reference
    assert one.why[0].state == "in force since 2025-04-04"
    assert one.sources == (("CN-2025-18", law_source(told)),)


def law_source(told: Callable[..., Explanation]) -> str:
    return told(**MAGNET, on="2025-06-11").sources[0][1]


def test_what_is_presumed_and_what_would_change_it(told: Callable[..., Explanation]) -> None:
    one = told(**MAGNET, on="2025-06-10")
    assert "the end user is not military" in one.presumes
    military = next(q for q in one.questions if "military user" in q.ask)
    assert (military.answers, military.needed) == ((("yes", "prohibited"),), False)
    assert one.waiting > 0


def test_an_open_answer_names_the_outcomes_and_the_question_that_decides(
    told: Callable[..., Explanation],
) -> None:
    one = told(form="magnet", contains="Nd,Fe,B", from_="CN", to="DE", on="2025-06-10")
    assert one.outcome == "undetermined"
    assert "licence required (dual-use) or not controlled" in one.answer
    needed = {q.ask: q.answers for q in one.questions if q.needed}
    assert needed["Does it contain dysprosium?"] == (("yes", "licence required (dual-use)"),)
    assert all(line.text.startswith("if it matches") for line in one.why)


def test_two_readings_stand_side_by_side_with_their_sources(
    told: Callable[..., Explanation],
) -> None:
    one = told(form="metal", contains="Ga", from_="CN", to="US", on="2026-11-28")
    assert [(r.name, r.outcome) for r in one.readings] == [
        ("revived", "licence refused in principle"),
        ("still suspended", "licence required (dual-use)"),
    ]
    assert all(r.because and r.sources for r in one.readings)
    assert "MOFCOM Announcement No. 72 of 2025" in one.readings[0].because


def test_readings_of_several_suspensions_name_each_of_them(
    told: Callable[..., Explanation],
) -> None:
    given = {"form": "oxide", "contains": "Ho", "from_": "CN", "to": "US", "on": "2026-11-28"}
    one = told("zh", **given, end_user="Sierra Nevada Corporation")
    assert len({r.name for r in one.readings}) == len(one.readings) == 4
    mixed = [r for r in one.readings if "；" in r.name]
    assert all("2025年第70号：" in r.name and "第1186号" in r.name for r in mixed)
    assert {r.name for r in one.readings} - {r.name for r in mixed} == {"恢复施行", "仍然暂停"}


def test_one_reading_has_a_name_and_no_reason(told: Callable[..., Explanation]) -> None:
    one = told(**MAGNET, on="2025-06-10")
    assert [(r.name, r.because) for r in one.readings] == [("as published", "")]


def test_the_answers_of_one_outcome_stand_together_and_many_are_cut(
    told: Callable[..., Explanation],
) -> None:
    one = told(form="powder", from_="CN", to="DE", on="2026-11-21")
    composition = next(q for q in one.questions if q.ask == "What does it consist of?")
    assert any("more" in answers for answers, _ in composition.answers)


def test_papers_stand_by_the_outcome_that_asks_for_them(
    told: Callable[..., Explanation],
) -> None:
    one = told(form="oxide", contains="Ho", from_="CN", to="DE", on="2026-11-11")
    assert [outcome for outcome, _ in one.documents] == [
        "licence required (dual-use)",
        "ordinary export licence",
    ]
    assert all(papers for _, papers in one.documents)
    assert "45 working days" in one.clock
    assert "fine" in one.offence


def test_what_is_free_needs_no_papers(told: Callable[..., Explanation]) -> None:
    one = told(form="metal", contains="Al", only="yes", from_="CN", to="DE", on="2025-06-10")
    assert one.outcome == "not_controlled"
    assert (one.why, one.documents) == ((), ())
    assert one.clock == "There is nothing to apply for."


def test_a_reported_halt_is_told_and_never_said_to_be_in_force(
    told: Callable[..., Explanation],
) -> None:
    one = told(form="ore", contains="REE", from_="CN", to="JP", on="2010-10-01")
    halt = next(line for line in one.not_law if line.measure == "CN-2010-JP-HALT")
    assert halt.state == "from 2010-09-21 to 2010-11-20"
    assert "CN-2010-JP-HALT" not in {line.measure for line in (*one.why, *one.besides)}


def test_what_ended_is_history_and_what_waits_stands_aside(
    told: Callable[..., Explanation],
) -> None:
    now = told(form="metal", contains="Ga", from_="CN", to="DE", on="2025-06-10")
    assert now.history == ("MOFCOM & GACC Announcement No. 23 of 2023 (to 2024-11-30)",)
    held = told(form="oxide", contains="Ho", from_="CN", to="DE", on="2025-11-20")
    assert "CN-2025-57" in {line.measure for line in held.aside}
    assert "suspended from 2025-11-07 to 2026-11-10" in {line.state for line in held.aside}


def test_a_measure_that_never_operated_is_history_too(law: Law) -> None:
    measure = replace(law.measures["CN-2025-57"], last_day=date(2025, 11, 1))
    changed = replace(
        law, measures={**law.measures, "CN-2025-57": measure}, relations=(), memory=Memory()
    )
    given = {"form": "oxide", "contains": "Ho", "from": "CN", "to": "DE", "on": "2025-12-01"}
    one = explain(changed, rule_on(changed, situation(given, changed)), "en")
    assert "MOFCOM & GACC Announcement No. 57 of 2025 (never operated)" in one.history


def test_the_disclaimer_names_the_law_that_was_read(
    told: Callable[..., Explanation], law: Law
) -> None:
    one = told(**MAGNET, on="2025-06-10")
    assert "Not legal advice" in one.disclaimer
    assert law.compiled.isoformat() in one.disclaimer
    assert law.hash[:6] in one.disclaimer


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (MAGNET, "magnet of B, Dy 2 %, Fe, Nd; China → United States"),
        ({"hs": "85051110"}, "goods; code 85051110; not stated → not stated"),
        ({"form": "oxide", "contains": "REE", "without": "Dy"}, "oxide of rare earths; without Dy"),
        ({"form": "metal", "contains": "Ga", "only": "yes"}, "metal of Ga; and nothing else"),
        ({"technology": "separation"}, "technology for separation"),
        ({"control_code": "1C905.b", "via": "HK"}, "control code 1C905.b"),
        ({"form": "metal", "via": "HK,SG"}, "by way of Hong Kong, Singapore"),
        ({"form": "metal", "origin": "CN"}, "made in China"),
        ({"form": "metal", "end_user": "Acme"}, "for Acme"),
        ({"form": "metal", "military": "unknown"}, "military end user: unknown"),
        ({"form": "metal", "end_use": "wmd"}, "for weapons of mass destruction use"),
        ({"form": "metal", "end_use": "lamps"}, "for lamps use"),
        ({"form": "powder", "param": "purity=99.99%"}, "purity 99.99%"),
        ({"form": "powder", "end_use": "\x1b[31mlamps"}, "for \ufffd[31mlamps use"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_question_is_said_back(law: Law, given: dict[str, Any], said: str) -> None:
    named = {name.rstrip("_"): value for name, value in given.items()}
    assert said in asked_words(situation(named | {"on": "2025-06-10"}, law), "en")


def test_a_parameter_that_the_law_does_not_know_is_said_by_its_own_name(law: Law) -> None:
    stated = situation({"form": "powder", "on": "2025-06-10"}, law)
    item = replace(stated.item, parameters=(("colour", parse("red")),))
    assert "colour red" in asked_words(replace(stated, item=item), "en")


def test_the_two_days_are_said(law: Law) -> None:
    given = {"form": "metal", "on": "2025-06-10", "known": "2025-06-09"}
    assert day_words(situation(given, law), "en") == "on 2025-06-10, as published by 2025-06-09"


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (Status("in_force", operated=True, since=date(2025, 1, 1)), "in force since 2025-01-01"),
        (
            Status("in_force", operated=True, since=date(2025, 1, 1), until=date(2025, 2, 1)),
            "in force from 2025-01-01 to 2025-02-01",
        ),
        (Status("suspended", operated=True, since=date(2025, 1, 1)), "suspended since 2025-01-01"),
        (
            Status("not_yet", operated=False, until=date(2025, 1, 1)),
            "not yet in force: from 2025-01-02",
        ),
        (Status("ended", operated=True, since=date(2025, 1, 2)), "ended: last day 2025-01-01"),
        (Status("ended", operated=False, until=date(2025, 1, 2)), "ended"),
        (Status("never_operated", operated=False, since=date(2025, 1, 2)), "never operated"),
        (Status("unknown", operated=False), "not established"),
        (Status("unknown", operated=False, published=False), "not published yet"),
    ],
)
def test_a_state_is_said_with_its_days(status: Status, said: str) -> None:
    assert state_words(status, "en") == said
