"""Every row of a case, changed, added or deleted behind the events by somebody with the database."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from django.db import connection, transaction

from monazite.desk.running.verify import verify
from support import records
from support.cases import Offices, case_of, in_review, offices, waited
from support.deciding import decided

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.django_db(transaction=True)
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
