"""A decision fits the advice, its settlement and the law's grounds, or every reason is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monazite.catalogue.texts import LANGS, keys
from monazite.law.finding import ERROR, WARNING
from monazite.licensing.casework.advice import (
    AGREED,
    CONFLICT,
    NO_OBJECTION,
    REFUSE,
    WAITING,
    WITH_CONDITIONS,
    Consolidation,
)
from monazite.licensing.casework.decisions import (
    APPROVALS,
    APPROVED,
    APPROVED_WITH_CONDITIONS,
    DECISION,
    KINDS,
    NOT_REQUIRED,
    OUTCOMES,
    RECONSIDERATION,
    REFUSED,
    UPHELD,
    Proposal,
    check,
    dropped,
)
from monazite.licensing.casework.regime import casework
from monazite.licensing.casework.terms import Terms

CN = casework("CN")
TERMS = Terms(date(2026, 12, 1), date(2027, 11, 30), (), ())
ALONE = Consolidation(AGREED, None, (), (), ())
WAITS = Consolidation(WAITING, None, (), (), ("miit", "mfa"))
DISPUTED = Consolidation(CONFLICT, None, ("security",), ("report arrival",), ())


def _agreed(position: str, *conditions: str) -> Consolidation:
    return Consolidation(AGREED, position, (), conditions, ())


def _proposal(outcome: str, kind: str = DECISION) -> Proposal:
    return Proposal(
        kind=kind,
        outcome=outcome,
        grounds=("security",) if outcome == REFUSED else (),
        conditions=("report arrival",) if outcome == APPROVED_WITH_CONDITIONS else (),
        text="The end user is known and the need is shown.",
        terms=TERMS if outcome in APPROVALS else None,
    )


@pytest.mark.parametrize(
    ("outcome", "advice", "settled"),
    [
        (APPROVED, ALONE, None),
        (NOT_REQUIRED, ALONE, None),
        (REFUSED, ALONE, None),
        (APPROVED, _agreed(NO_OBJECTION), None),
        (APPROVED_WITH_CONDITIONS, _agreed(NO_OBJECTION), None),
        (APPROVED_WITH_CONDITIONS, _agreed(WITH_CONDITIONS, "report arrival"), None),
        (REFUSED, _agreed(REFUSE), None),
        (REFUSED, DISPUTED, REFUSE),
        (APPROVED, DISPUTED, NO_OBJECTION),
        (APPROVED, _agreed(REFUSE), NO_OBJECTION),
    ],
)
def test_a_decision_that_may_be_proposed(
    outcome: str, advice: Consolidation, settled: str | None
) -> None:
    assert check(_proposal(outcome), advice, settled, CN) == ()


def test_a_request_to_look_again_is_answered_without_new_advice() -> None:
    proposal = _proposal(UPHELD, RECONSIDERATION)
    assert check(proposal, WAITS, None, CN) == check(proposal, DISPUTED, None, CN) == ()


FINE = _proposal(APPROVED)
WRONG: dict[str, tuple[Proposal, Consolidation, str | None]] = {
    "outcome_unknown": (replace(FINE, outcome="maybe", terms=None), ALONE, None),
    "nothing_to_uphold": (_proposal(UPHELD), ALONE, None),
    "reopen_instead": (_proposal(APPROVED, RECONSIDERATION), ALONE, None),
    "no_reasons": (replace(FINE, text=" \n"), ALONE, None),
    "refusal_without_grounds": (replace(_proposal(REFUSED), grounds=()), ALONE, None),
    "grounds_without_refusal": (replace(FINE, grounds=("security",)), ALONE, None),
    "ground_unknown": (replace(_proposal(REFUSED), grounds=("weather",)), ALONE, None),
    "conditions_missing": (replace(FINE, outcome=APPROVED_WITH_CONDITIONS), ALONE, None),
    "conditions_not_meant": (replace(FINE, conditions=("x",)), ALONE, None),
    "terms_missing": (replace(FINE, terms=None), ALONE, None),
    "terms_not_meant": (replace(_proposal(NOT_REQUIRED), terms=TERMS), ALONE, None),
    "advice_awaited": (FINE, WAITS, NO_OBJECTION),
    "conflict_unsettled": (FINE, DISPUTED, None),
    "against_advice": (FINE, _agreed(REFUSE), None),
    "condition_left_out": (
        _proposal(APPROVED_WITH_CONDITIONS), _agreed(WITH_CONDITIONS, "report arrival", "y"), None
    ),
}  # fmt: skip


@pytest.mark.parametrize("code", WRONG)
def test_what_stands_against_a_decision(code: str) -> None:
    (found,) = check(*WRONG[code], CN)
    assert (found.code, found.severity) == (f"decision.{code}", ERROR)
    assert all(found.message(lang) and found.cure(lang) for lang in LANGS)


def test_every_finding_of_decisions_is_here() -> None:
    said = {key for key in keys() if key.startswith("licensing.finding.decision.")}
    warned = {"condition_of_licence_dropped"}
    assert said == {f"licensing.finding.decision.{code}" for code in warned | WRONG.keys()}
    assert {f"licensing.casework.outcome.{each}" for each in OUTCOMES} <= keys()


def test_a_change_that_drops_a_condition_of_the_licence_is_told_so() -> None:
    asked = replace(_proposal(APPROVED_WITH_CONDITIONS), conditions=("report arrival",))
    (found,) = dropped(asked, ("report arrival", "no resale"))
    assert (found.code, found.severity) == ("decision.condition_of_licence_dropped", WARNING)
    assert all("no resale" in found.message(lang) and found.cure(lang) for lang in LANGS)
    assert dropped(replace(asked, conditions=("no resale", "report arrival")), ("no resale",)) == ()
    assert dropped(_proposal(REFUSED), ("no resale",)) == ()


def test_who_settled_may_drop_a_condition_and_is_told_so() -> None:
    (found,) = check(
        replace(_proposal(APPROVED_WITH_CONDITIONS), conditions=("other",)),
        DISPUTED, WITH_CONDITIONS, CN,
    )  # fmt: skip
    assert (found.code, found.severity) == ("decision.condition_left_out", WARNING)
    assert "report arrival" in found.message("en")


def test_approving_without_conditions_names_each_that_was_agreed() -> None:
    found = check(FINE, _agreed(WITH_CONDITIONS, "x", "y"), None, CN)
    assert [each.values["condition"] for each in found] == ["x", "y"]


def test_a_refusal_against_consent_is_settled_first() -> None:
    (found,) = check(_proposal(REFUSED), _agreed(NO_OBJECTION), None, CN)
    assert found.code == "decision.against_advice"
    assert "no objection" in found.message("en")


def test_all_findings_are_named_at_once() -> None:
    empty = Proposal(DECISION, REFUSED, (), ("x",), "", TERMS)
    assert {each.code for each in check(empty, WAITS, None, CN)} == {
        "decision.no_reasons", "decision.refusal_without_grounds", "decision.terms_not_meant",
        "decision.conditions_not_meant", "decision.advice_awaited",
    }  # fmt: skip


_CONSOLIDATIONS = st.builds(
    Consolidation,
    st.sampled_from([WAITING, AGREED, CONFLICT]),
    st.sampled_from([None, NO_OBJECTION, WITH_CONDITIONS, REFUSE]),
    st.just(()),
    st.just(()),
    st.just(("miit",)),
)


@given(st.sampled_from(OUTCOMES), st.sampled_from(KINDS), _CONSOLIDATIONS)
def test_nothing_is_decided_while_advice_is_awaited_or_disputed(
    outcome: str, kind: str, advice: Consolidation
) -> None:
    found = check(_proposal(outcome, kind), advice, None, CN)
    if kind == DECISION and advice.state != AGREED:
        assert any(each.severity == ERROR for each in found)
