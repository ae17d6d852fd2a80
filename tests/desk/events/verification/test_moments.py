"""Events that say another time than they can have, or lie where nothing can lie any more."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection, transaction
from django.utils import timezone

from monazite.desk.events import append
from monazite.desk.events.append import create
from monazite.desk.events.models import Event
from monazite.desk.people.models import Organisation
from monazite.desk.running.verify import verify
from support.records import ME, firm, happen, seal, tamper

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterator

pytestmark = pytest.mark.django_db(transaction=True)


def codes() -> list[str]:
    return sorted(each.code for each in verify().findings)


@contextmanager
def saying(moment: datetime) -> Iterator[None]:
    """Events say this time."""
    clock = type("Clock", (), {"now": staticmethod(lambda: moment)})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(append, "timezone", clock)
        yield


def backdated(moment: datetime) -> None:
    with saying(moment):
        firm("Forged")


def test_an_event_older_than_the_last_checkpoint_is_back_dated() -> None:
    firm()
    seal()
    backdated(datetime(2026, 1, 5, tzinfo=UTC))
    assert codes() == ["backdated"]
    seal()
    assert codes() == ["backdated"]
    (found,) = verify().findings
    assert "2026-01-05" in found.message("en")
    assert "2026-01-05" in found.message("zh")


def test_a_transaction_that_was_open_for_minutes_is_not() -> None:
    firm()
    seal()
    backdated(timezone.now() - timedelta(minutes=9))
    seal()
    assert verify().whole


def test_time_that_goes_backwards_in_a_chain() -> None:
    made = firm()
    with saying(timezone.now() - timedelta(minutes=2)):
        happen(made)
    happen(made)
    (found,) = verify().findings
    assert (found.code, found.values["seq"]) == ("backwards", 2)
    assert found.message("en") != found.message("zh")


def test_a_clock_that_was_set_by_seconds_is_no_finding() -> None:
    made = firm()
    with saying(timezone.now() - timedelta(seconds=30)):
        happen(made)
    assert verify().whole


def test_an_event_put_where_everything_was_sealed() -> None:
    firm()
    happen(firm())
    seal()
    forged = Organisation(kind="exporter", name="Forged", country="CN")
    with transaction.atomic():
        create(forged, "organisation.added", {"name": "Forged"}, ME)
    move(forged.pk, "id = -10", "xid = '3'")
    assert codes() == ["skipped"]
    assert seal() is None
    assert codes() == ["skipped"]


def test_an_event_moved_beyond_its_checkpoint() -> None:
    made = firm()
    seal()
    move(made.pk, "id = id + 100000", "xid = '4000000000'")
    assert codes() == ["displaced"]


def move(of: uuid.UUID, lite: str, postgresql: str) -> None:
    sqlite = connection.vendor == "sqlite"
    tamper(
        f"UPDATE events_event SET {lite if sqlite else postgresql} WHERE aggregate_id = %s",  # noqa: S608
        of.hex if sqlite else str(of),
    )
    assert Event.objects.filter(aggregate_id=of).exists()


def test_triggers_that_are_gone() -> None:
    firm()
    assert verify().whole
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER event_no_update")
            cursor.execute("DROP TRIGGER paper_no_delete")
            names = {"event_no_update", "paper_no_delete"}
        else:
            cursor.execute("DROP TRIGGER event_rows_stay ON events_event")
            cursor.execute("ALTER TABLE applications_paper DISABLE TRIGGER paper_rows_stay")
            names = {"event_rows_stay", "paper_rows_stay"}
        found = verify().findings
        transaction.set_rollback(True)
    assert {(each.code, each.values["name"]) for each in found} == {
        ("trigger_missing", name) for name in names
    }
    assert all(each.message("en") != each.message("zh") for each in found)


def test_a_trigger_that_does_nothing_any_more() -> None:
    firm()
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER event_no_update")
            cursor.execute(
                "CREATE TRIGGER event_no_update BEFORE UPDATE ON events_event BEGIN SELECT 1; END"
            )
        else:
            cursor.execute(
                "CREATE OR REPLACE FUNCTION monazite_refuse() RETURNS trigger"
                " LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'"
            )
        found = codes()
        transaction.set_rollback(True)
    assert set(found) == {"trigger_missing"}


@pytest.mark.sqlite
def test_triggers_of_all_tables_are_looked_for() -> None:
    firm()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER {name}")
        tables = {each.values["table"] for each in verify().findings}
        transaction.set_rollback(True)
    assert {"events_event", "events_checkpoint", "people_organisation"} <= tables
    assert {"applications_application", "applications_lineruling"} <= tables
