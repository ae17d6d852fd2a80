from __future__ import annotations

from datetime import date, timedelta

import pytest

from monazite.catalogue.texts import keys
from monazite.customs.challenge import (
    FINDINGS,
    MORE_PAPERS,
    Judged,
    against,
    last_day,
    machine,
    run_out,
)
from monazite.customs.regime import names, rules
from monazite.law.procedure import NEW, NotAllowed
from monazite.ledger.calendar import WorkingDays
from monazite.licensing.calendars import calendar

DISPOSALS = ("returned", "handed_to_investigation")


def codes(
    finding: str, disposal: str = "", identified: str = "", outcome: str = "clear"
) -> list[str]:
    judged = Judged(finding, disposal, identified, outcome)
    return [
        each.code.removeprefix("judgement.") for each in against(judged, DISPOSALS, "our default")
    ]


def test_every_state_is_reached_and_every_one_but_the_last_has_a_way_on() -> None:
    table, reached = machine(), {NEW}
    for _ in table.states:
        reached |= {to for (at, _event), to in table.ways.items() if at in reached}
    assert reached - {NEW} == set(table.states)
    assert [state for state in table.states if not table.allowed(state)] == ["closed"]
    assert table.final == {"closed"}


def test_no_way_leads_past_the_declarants_hearing() -> None:
    """From its issue a challenge is judged only after an answer or after the time has run out."""
    table = machine()
    assert table.allowed("issued") == ("answer", "run_out")
    for event in ("ask", "judge", "identify", "close"):
        with pytest.raises(NotAllowed):
            table.after("issued", event)


def test_nothing_is_answered_once_the_goods_are_with_the_licensing_office() -> None:
    for state in ("identification_requested", "identified", "judged", "closed"):
        assert "answer" not in machine().allowed(state)


@pytest.mark.parametrize(
    ("issued", "last", "why"),
    [
        ("2026-11-20", "2026-12-01", "two weekends lie between"),
        ("2026-11-21", "2026-12-01", "issued on a Saturday, counted from Monday"),
        ("2026-09-28", "2026-10-13", "the National Day week and a worked Saturday"),
        ("2026-02-12", "2026-02-28", "Spring Festival; 14 and 28 February are worked Saturdays"),
    ],
)
def test_the_last_day_is_the_seventh_working_day(issued: str, last: str, why: str) -> None:
    days = calendar("CN")
    found = last_day(date.fromisoformat(issued), 7, days)
    assert found == date.fromisoformat(last), why
    assert days.between(date.fromisoformat(issued), found) == 7


def test_a_year_that_nobody_published_is_not_guessed() -> None:
    assert last_day(date(2026, 12, 28), 7, calendar("CN")) is None
    plain = WorkingDays("weekdays", {}, "", weekdays_only=True)
    assert last_day(date(2026, 12, 28), 7, plain) == date(2027, 1, 6)


def test_the_last_day_itself_is_in_time() -> None:
    last = date(2026, 12, 1)
    assert not run_out(last, last)
    assert run_out(last, last + timedelta(1))
    assert not run_out(None, date(2099, 1, 1))


@pytest.mark.parametrize(
    ("judged", "expected"),
    [
        (("not_controlled",), []),
        (("controlled", "returned"), []),
        (("perhaps",), ["finding_unknown"]),
        (("",), ["finding_unknown"]),
        (("controlled",), ["disposal_unknown"]),
        (("controlled", "burned"), ["disposal_unknown"]),
        (("not_controlled", "returned"), ["disposal_needless"]),
        (("not_controlled", "", "", "stop"), ["against_the_gate"]),
        (("not_controlled", "", "", "look"), []),
        (("not_controlled", "", "not_controlled", "stop"), []),
        (("controlled", "returned", "not_controlled"), ["against_identification"]),
        (("not_controlled", "returned", "controlled", "stop"),
         ["against_identification", "disposal_needless"]),
    ],
)  # fmt: skip
def test_what_stands_against_a_judgement(judged: tuple[str, ...], expected: list[str]) -> None:
    assert codes(*judged) == expected


def test_every_finding_is_said_in_both_languages() -> None:
    for judged in (("perhaps",), ("controlled",), ("not_controlled", "x", "controlled", "stop")):
        for each in against(Judged(*(*judged, "", "", "")[:4]), DISPOSALS, "our default"):
            assert each.message("en")
            assert each.cure("zh")


@pytest.mark.parametrize("regime", names())
def test_every_word_of_a_regimes_challenge_has_its_text(regime: str) -> None:
    found = rules(regime).challenge
    words = {
        "ground": found.grounds, "paper": (*found.papers, *MORE_PAPERS),
        "disposal": tuple(found.disposals), "finding": FINDINGS, "state": machine().states,
        "state_why": machine().states,
    }  # fmt: skip
    wanted = {f"customs.challenge.{word}.{code}" for word, codes in words.items() for code in codes}
    assert wanted - keys() == set()


def test_what_may_be_chosen_is_said_in_words() -> None:
    odd, late = Judged("perhaps", "", "", "clear"), Judged("controlled", "eaten", "", "clear")
    (finding,) = against(odd, ("returned",), "")
    assert finding.cure("en") == "Choose one of Not controlled, Controlled."
    (finding,) = against(late, ("returned",), "")
    assert finding.cure("zh") == "请从 退运 中选择。"
