"""Every row of a case, changed, added or deleted behind the events by somebody with the database."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from django.db import connection, transaction

from monazite.desk.cases import services
from monazite.desk.cases.consolidation import together
from monazite.desk.running.verify import verify
from support import records
from support.cases import Offices, case_of, in_review, offices, waited
from support.deciding import REFUSAL, decided, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
WHEN = "'2020-01-01 00:00:00+00:00'"


@pytest.fixture
def w(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Offices:
    records.home(tmp_path, monkeypatch)
    return offices()


def found() -> set[tuple[str, str]]:
    """Codes, each with its field or its table."""
    return {
        (each.code, str(each.values.get("field") or each.values.get("table", "")))
        for each in verify().findings
    }


@contextmanager
def changed(statement: str) -> Iterator[None]:
    """The site as if that were done."""
    with transaction.atomic():
        records.tamper(statement)
        yield
        transaction.set_rollback(True)


COLUMNS = {
    "closed_at": WHEN,
    "opened_at": WHEN,
    "agency_id": "NULL",
    "officer_id": "NULL",
    "clock": "'none'",
    "limit_days": "90",
    "accepted_on": "'2020-01-01'",
    "counted": "7",
    "running_since": "'2020-01-01'",
    "due_index": "1",
    "calendar": "'x'",
}
ROWS = {
    "tasks": [
        "task SET rule = 'x'",
        "task SET state = 'cancelled' WHERE state = 'done'",
        "task SET assignee_id = NULL",
    ],
    "questions": ["question SET text = 'x'", f"question SET asked_at = {WHEN}"],
    "answers": ["answer SET text = 'x'", "answer SET papers = '[1]'"],
    "holds": [
        "hold SET text = 'x'",
        "hold SET reason = 'x'",
        "hold SET stops_clock = NOT stops_clock",
    ],
    "releases": ["release SET text = 'x'"],
    "referrals": ["referral SET text = 'x'", "referral SET office = 'x'"],
    "hand_backs": ["handback SET text = 'x'"],
    "routings": ["routing SET trace = '{}'", "routing SET facts = '{}'"],
    "screenings": ["screening SET answers = '[]'", "screening SET lists = 'x'"],
}


def test_a_case_with_everything_is_whole_and_no_column_is_changed_unseen(w: Offices) -> None:
    waited(w)
    records.seal()
    assert verify().whole
    for column, value in COLUMNS.items():
        with changed(f"UPDATE cases_case SET {column} = {value}"):  # noqa: S608
            assert ("state", column) in found(), column
    for table, changes in ROWS.items():
        for change in changes:
            with changed(f"UPDATE cases_{change}"):
                assert found() == {("row_changed", table)}, change
    assert verify().whole


DECIDED = {
    "advice": ["advice SET text = 'x'", "advice SET position = 'x'", "advice SET grounds = '[]'"],
    "settlements": ["settlement SET text = 'x'", "settlement SET considered = '[]'"],
    "decisions": [
        "decision SET text = 'x'",
        "decision SET outcome = 'approved'",
        "decision SET terms = '{\"a\": 1}'",
        f"decision SET signed_at = {WHEN}",
        "decision SET law_hash = 'x'",
    ],
    "reconsiderations": ["reconsideration SET text = 'x'"],
    "notes": ["note SET text = 'x'", "note SET shared = NOT shared"],
}


def test_what_was_advised_and_decided_is_whole_and_not_changed_unseen(w: Offices) -> None:
    decided(w)
    records.seal()
    assert verify().whole
    for table, changes in DECIDED.items():
        for change in changes:
            with changed(f"UPDATE cases_{change}"):
                assert found() == {("row_changed", table)}, change
    for name, table in (
        ("reconsideration", "reconsiderations"),
        ("decision", "decisions"),
        ("settlement", "settlements"),
        ("advice", "advice"),
    ):
        with changed(f"DELETE FROM cases_{name}"):  # noqa: S608
            assert ("row_gone", table) in found()


def test_no_row_is_deleted_unseen(w: Offices) -> None:
    waited(w)
    for name, table in (
        ("release", "releases"),
        ("hold", "holds"),
        ("answer", "answers"),
        ("question", "questions"),
        ("handback", "hand_backs"),
        ("referral", "referrals"),
        ("routing", "routings"),
        ("screening", "screenings"),
        ("task", "tasks"),
    ):
        before = found()
        records.tamper(f"DELETE FROM cases_{name}")  # noqa: S608
        assert found() - before == {("row_gone", table)}


def test_no_row_is_added_unseen(w: Offices) -> None:
    case = case_of(in_review(w))
    key = case.pk.hex if connection.vendor == "sqlite" else str(case.pk)
    who = w.officer.pk.hex if connection.vendor == "sqlite" else str(w.officer.pk)
    records.tamper(
        "INSERT INTO cases_question (case_id, number, kind, text, stops_clock, asked_by_id, asked_at)"
        " VALUES (%s, 1, 'question', 'x', true, %s, '2020-01-01 00:00:00+00:00')",
        key, who,
    )  # fmt: skip
    assert found() == {("row_untold", "questions")}


def test_whom_a_note_names_is_told(w: Offices) -> None:
    application = in_review(w)
    named = [w.second_officer.pk]
    services.write_note(w.officer, application.pk, "Look.", shared=True, mentions=named, via="page")
    records.seal()
    assert verify().whole
    key = w.chief.pk.hex if connection.vendor == "sqlite" else str(w.chief.pk)
    with changed(f"UPDATE cases_mention SET person_id = '{key}'"):  # noqa: S608
        assert found() == {("row_gone", "mentions"), ("row_untold", "mentions")}
    with changed("DELETE FROM cases_mention"):
        assert found() == {("row_gone", "mentions")}


def test_what_a_request_to_look_again_is_about_is_told(w: Offices) -> None:
    application = in_review(w)
    services.advise(w.miit_reviewer, application.pk, REFUSAL, "page")
    decision = services.propose(w.officer, application.pk, refusal(), None, "page")
    services.send_back(w.second_officer, decision.pk, "Say why.", "page")
    again = services.propose(w.officer, application.pk, refusal(), None, "page")
    services.sign(w.second_officer, again.pk, None, "page")
    services.reconsider(w.signatory, application.pk, "It is civil.", "page")
    assert verify().whole
    first = decision.pk.hex if connection.vendor == "sqlite" else str(decision.pk)
    with changed(f"UPDATE cases_reconsideration SET decision_id = '{first}'"):  # noqa: S608
        assert found() == {("row_changed", "reconsiderations")}
    with changed("UPDATE cases_decision SET supersedes_id = NULL"):
        assert found() == {("row_changed", "decisions")}


def test_what_a_settlement_considered_hangs_on_no_number_of_a_row(w: Offices) -> None:
    application = decided(w)
    case = case_of(application)
    assert case.settlements.get().considered == ["3.1", "4.1"]
    with changed("UPDATE cases_advice SET id = id + 1000"):
        assert verify().whole
        assert together(case).settlement == case.settlements.get()


def test_whom_a_review_asks_is_told_on_the_chain_of_the_case(w: Offices) -> None:
    in_review(w)
    records.seal()
    assert verify().whole
    with changed(f"UPDATE applications_namedoffice SET since = {WHEN} WHERE duty = 'reviewing'"):  # noqa: S608
        assert found() == {("row_changed", "offices")}
    with changed("DELETE FROM applications_namedoffice WHERE duty = 'reviewing'"):
        assert found() == {("row_gone", "offices")}
    with changed("DELETE FROM applications_namedoffice WHERE duty <> 'reviewing'"):
        assert found() == {("row_gone", "offices")}
