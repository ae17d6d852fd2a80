"""The database refuses what no service does, whoever asks."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from monazite.desk.cases import services
from monazite.desk.cases.models import Decision, Mention, Note, Task
from support.cases import case_of, in_review

if TYPE_CHECKING:
    from monazite.desk.cases.models import Case
    from support.cases import Offices

TABLES = (
    "case", "task", "routing", "screening", "question", "answer", "hold", "release", "referral",
    "handback", "advice", "settlement", "decision", "reconsideration", "note", "mention",
)  # fmt: skip


def refused(statement: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def decision(case: Case, w: Offices, **more: Any) -> Decision:
    """A proposal, written past the services."""
    values: dict[str, Any] = {
        "case": case, "number": case.decisions.count() + 1, "kind": "decision",
        "outcome": "refused", "text": "Reasons.", "form_sha256": "0" * 64, "law_hash": "0" * 64,
        "author": w.officer, "proposed_at": timezone.now(), "state": "proposed",
    }  # fmt: skip
    return Decision.objects.create(**values | more)


def test_nothing_of_a_case_is_edited_or_deleted(w: Offices) -> None:
    application = in_review(w)
    services.ask(w.officer, application.pk, "Which motor?", None, "page")
    services.answer(w.preparer, application.pk, 1, "The HM-40.", [], "page")
    services.hold(w.officer, application.pk, "policy", "x", None, "page")
    services.release(w.officer, application.pk, 1, "x", "page")
    services.refer_up(w.officer, application.pk, "state_council", "x", "page")
    services.hand_back(w.chief, application.pk, "x", "page")
    for name in ("question", "answer", "hold", "release", "referral", "handback"):
        refused(f"UPDATE cases_{name} SET text = 'x'")  # noqa: S608
    refused("UPDATE cases_routing SET trace = '{}'")
    refused("UPDATE cases_screening SET answers = '[]'")
    for name in ("case", "task", "routing", "screening", "question", "hold", "referral"):
        refused(f"DELETE FROM cases_{name}")  # noqa: S608


def test_a_case_goes_on_by_its_chain_alone(w: Offices) -> None:
    in_review(w)
    refused("UPDATE cases_case SET limit_days = 90")
    refused("UPDATE cases_case SET due_index = 1")
    refused("UPDATE cases_case SET officer_id = NULL")
    refused("UPDATE cases_case SET event_seq = event_seq + 2")


def test_a_task_is_assigned_while_it_is_open_and_closed_once(w: Offices) -> None:
    case = case_of(in_review(w))
    done = case.tasks.filter(state="done").first()
    review = case.tasks.filter(state="open").first()
    assert done
    assert review
    with pytest.raises(DatabaseError), transaction.atomic():
        Task.objects.filter(pk=done.pk).update(assignee=w.chief)
    with pytest.raises(DatabaseError), transaction.atomic():
        Task.objects.filter(pk=done.pk).update(state="open", closed_at=None)
    with pytest.raises(DatabaseError), transaction.atomic():
        Task.objects.filter(pk=review.pk).update(agency=w.intake)
    with pytest.raises(DatabaseError), transaction.atomic():
        Task.objects.filter(pk=review.pk).update(state="done")  # without a time
    Task.objects.filter(pk=review.pk).update(assignee=w.chief)


def test_nobody_signs_what_they_propose_even_past_the_services(w: Offices) -> None:
    case = case_of(in_review(w))
    now = timezone.now()
    with pytest.raises(DatabaseError), transaction.atomic():
        decision(case, w, state="standing", signer=w.officer, signed_at=now)
    with pytest.raises(DatabaseError), transaction.atomic():
        decision(case, w, state="standing")
    proposed = decision(case, w)
    own = Decision.objects.filter(pk=proposed.pk)
    with pytest.raises(DatabaseError), transaction.atomic():
        own.update(state="standing", signer=w.officer, signed_at=now)
    with pytest.raises(DatabaseError), transaction.atomic():
        own.update(state="standing")
    with pytest.raises(DatabaseError), transaction.atomic():
        own.update(author=w.chief, state="standing", signer=w.officer, signed_at=now)
    own.update(state="standing", signer=w.chief, signed_at=now)


def test_a_decision_is_signed_once_and_superseded_once(w: Offices) -> None:
    case, now = case_of(in_review(w)), timezone.now()
    own = Decision.objects.filter(pk=decision(case, w).pk)
    for change in ({"text": "x"}, {"outcome": "approved"}, {"state": "superseded"}):
        with pytest.raises(DatabaseError), transaction.atomic():
            own.update(**change)
    own.update(state="standing", signer=w.chief, signed_at=now, said="Agreed.")
    later: tuple[dict[str, Any], ...] = (
        {"said": "x"},
        {"state": "sent_back"},
        {"signer": w.second_officer},
    )
    for changes in later:
        with pytest.raises(DatabaseError), transaction.atomic():
            own.update(**changes)
    with pytest.raises(DatabaseError), transaction.atomic():
        own.update(state="superseded", said="x")
    with pytest.raises(DatabaseError), transaction.atomic():
        decision(case, w, state="standing", signer=w.chief, signed_at=now)
    own.update(state="superseded")
    with pytest.raises(DatabaseError), transaction.atomic():
        own.update(state="standing")
    with pytest.raises(DatabaseError), transaction.atomic():
        own.delete()


def test_of_a_mention_only_that_it_was_seen_is_written(w: Offices) -> None:
    case, now = case_of(in_review(w)), timezone.now()
    note = Note.objects.create(
        case=case, number=1, author=w.officer, agency=w.licensing, at=now, text="x"
    )
    mention = Mention.objects.create(note=note, person=w.chief)
    Mention.objects.filter(pk=mention.pk).update(seen_at=now)
    with pytest.raises(DatabaseError), transaction.atomic():
        Mention.objects.filter(pk=mention.pk).update(person=w.officer)
    with pytest.raises(DatabaseError), transaction.atomic():
        Note.objects.filter(pk=note.pk).update(shared=True)


def test_no_second_case_of_an_application(w: Offices) -> None:
    case = case_of(in_review(w))
    with pytest.raises(DatabaseError), transaction.atomic():
        type(case).objects.create(
            id=uuid.uuid4(), application=case.application, opened_at=timezone.now()
        )


@pytest.mark.postgresql
@pytest.mark.parametrize("name", TABLES)
def test_no_table_is_emptied(w: Offices, name: str) -> None:
    in_review(w)
    refused(f"TRUNCATE cases_{name} CASCADE")
