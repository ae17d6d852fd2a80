from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from monazite.desk.events.append import Who, create, record
from monazite.desk.events.models import Checkpoint, Event
from monazite.desk.people.models import Organisation

pytestmark = pytest.mark.django_db(transaction=True)
ME = Who(None, "cli")


@pytest.fixture
def firm() -> Organisation:
    firm = Organisation(kind="exporter", name="A", country="CN")
    with transaction.atomic():
        create(firm, "organisation.added", {"name": "A"}, ME)
    return firm


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events_event SET payload = '{}'",
        "DELETE FROM events_event",
        "UPDATE events_checkpoint SET document = ''",
        "DELETE FROM events_checkpoint",
    ],
)
def test_what_is_recorded_is_neither_changed_nor_deleted(
    firm: Organisation, statement: str
) -> None:
    Checkpoint.objects.create(
        number=1, sealed_at="2026-01-01T00:00:00Z", document="{}", hash=b"", signature=b""
    )
    with (
        pytest.raises(DatabaseError, match=r"append-only.*never edited"),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert Event.objects.get().payload == '{"name":"A"}'
    assert firm.event_seq == 1


@pytest.mark.postgresql
@pytest.mark.parametrize(
    "table",
    [
        "events_event",
        "events_checkpoint",
        "people_organisation",
        "applications_application",
        "applications_filedline",
        "applications_filedparty",
        "applications_lineruling",
        "applications_paper",
        "applications_reviewer",
        "applications_namedoffice",
    ],
)
def test_a_table_of_the_record_is_not_emptied(table: str) -> None:
    with (
        pytest.raises(DatabaseError, match="append-only: TRUNCATE is refused"),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"TRUNCATE {table} CASCADE")


def test_a_row_goes_on_with_its_chain_alone(firm: Organisation) -> None:
    rows = Organisation.objects.filter(pk=firm.pk)
    with pytest.raises(DatabaseError, match="append-only"):
        rows._raw_delete("default")
    with pytest.raises(DatabaseError, match="one event at a time"):
        rows.update(event_seq=3, event_head=b"x" * 32)
    with pytest.raises(DatabaseError, match="one event at a time"):
        rows.update(event_seq=0)
    with pytest.raises(DatabaseError, match="one event at a time"):
        rows.update(event_head=b"x" * 32)
    with pytest.raises(DatabaseError, match="together with an event"):
        rows.update(active=False)
    with pytest.raises(DatabaseError, match="id never changes"):
        rows.update(id="00000000-0000-0000-0000-000000000000")
    with transaction.atomic():
        record(firm, "organisation.closed", {}, ME, active=False)
    assert Organisation.objects.get().active is False
