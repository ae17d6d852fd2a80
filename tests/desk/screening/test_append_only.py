"""The database refuses what no service does, and `desk verify` sees what got past it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from monazite.desk.events.append import Who, create, record
from monazite.desk.events.prints import ROWS
from monazite.desk.running.verify import verify
from monazite.desk.screening.models import Comparison, Party
from monazite.desk.screening.prints import COMPARISON, asked_sha256
from support.flushing import without_triggers

pytestmark = pytest.mark.django_db
WHO, NOW = Who(None, "worker"), datetime(2026, 11, 23, 9, tzinfo=UTC)
ASKED = {"names": ["A One"], "kind": None}
FOUND = {"result": "alert", "why": [], "hits": [], "threshold": 0.71, "lists": []}


@pytest.fixture
def party() -> Party:
    made = Party(fingerprint="f" * 64, asked=ASKED, since=NOW)
    with transaction.atomic():
        create(made, "named", {"fingerprint": "f" * 64, "asked": asked_sha256(ASKED)}, WHO)
        row = Comparison(party=made, number=1, at=NOW, lists="a" * 64, result="alert", found=FOUND)
        told = {"alerts": "b" * 64, ROWS: {"comparisons": {"1": COMPARISON.of(row)}}}
        record(made, "compared", told, WHO, alerts="b" * 64)
        row.save(force_insert=True)
    return made


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE screening_comparison SET result = 'below'",
        "DELETE FROM screening_comparison",
        "DELETE FROM screening_party",
        "UPDATE screening_party SET alerts = ''",
        "UPDATE screening_party SET asked = '{}'",
        "UPDATE screening_party SET fingerprint = 'x'",
        "UPDATE screening_party SET event_seq = 9",
    ],
)
@pytest.mark.usefixtures("party")
def test_what_was_found_is_neither_edited_nor_deleted(statement: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_how_far_the_worker_came_may_change_without_an_event(party: Party) -> None:
    Party.objects.filter(pk=party.pk).update(lists="c" * 64, compared_on=NOW.date())
    assert verify().whole


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE screening_comparison SET result = 'below'",
        "DELETE FROM screening_comparison",
        "UPDATE screening_party SET alerts = ''",
        """UPDATE screening_party SET asked = '{"names": ["B"], "kind": null}'""",
    ],
)
@pytest.mark.usefixtures("party")
def test_a_row_that_was_changed_past_the_triggers_is_seen(statement: str) -> None:
    assert verify().whole
    with without_triggers(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert not verify().whole
