from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from monazite.desk.events.append import ChangedMeanwhile, create, record
from monazite.desk.events.canonical import canonical
from monazite.desk.events.models import Event
from monazite.desk.people.models import Organisation
from monazite.desk.running.verify import verify
from support.records import ME, firm, happen

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_row_its_chain_and_its_event_go_together() -> None:
    made = firm("A")
    happen(made, {"name": "B"}, name="B")
    row = Organisation.objects.get()
    first, second = Event.objects.order_by("seq")
    assert (row.name, row.event_seq, bytes(row.event_head)) == ("B", 2, bytes(second.hash))
    assert bytes(second.previous) == bytes(first.hash)
    assert (second.payload, second.kind, second.via) == (
        '{"name":"B"}',
        "organisation.changed",
        "cli",
    )
    assert (made.name, made.event_seq, made.event_head) == ("B", 2, bytes(second.hash))


def test_who_read_before_another_wrote_writes_nothing() -> None:
    made = firm()
    stale = Organisation.objects.get()
    happen(made, name="First")
    with pytest.raises(ChangedMeanwhile, match="look at it again"):
        happen(stale, name="Second")
    assert Organisation.objects.get().name == "First"
    assert Event.objects.count() == 2
    assert stale.event_seq == 1


def test_a_failure_after_it_takes_everything_back() -> None:
    made = firm()

    def fail() -> None:
        with transaction.atomic():
            record(made, "organisation.changed", {}, ME, name="B")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert Organisation.objects.get().event_seq == 1
    assert Event.objects.count() == 1
    assert verify().whole


def test_it_is_written_in_a_transaction_or_not_at_all() -> None:
    with pytest.raises(RuntimeError, match="in the transaction"):
        record(firm(), "organisation.changed", {}, ME)
    with pytest.raises(RuntimeError, match="in the transaction"):
        create(Organisation(), "organisation.added", {}, ME)


def test_a_place_is_taken_once() -> None:
    made = firm(events=2)
    made.event_seq = 0
    with pytest.raises(IntegrityError), transaction.atomic():
        create(Organisation(id=made.pk), "organisation.added", {}, ME)


@pytest.mark.parametrize("value", [1.5, [1.5], {"mass_kg": {"a": [0.1]}}])
def test_a_quantity_stands_as_text(value: object) -> None:
    with pytest.raises(TypeError, match="as text"):
        canonical({"value": value})
    assert canonical({"value": str(Decimal("1.50")), "b": [1, None, True]}) == (
        '{"b":[1,null,true],"value":"1.50"}'
    )


def test_of_eight_that_write_at_once_each_step_is_taken_by_one() -> None:
    """Everyone tries to take each of 10 steps; who comes late is told, and nothing forks."""
    made = firm()

    def write(number: int) -> int:
        taken = 0
        try:
            while (mine := Organisation.objects.get(pk=made.pk)).event_seq < 41:
                try:
                    happen(mine, {"by": number})
                    taken += 1
                except ChangedMeanwhile:
                    pass
        finally:
            connection.close()
        return taken

    with ThreadPoolExecutor(8) as pool:
        taken = sum(pool.map(write, range(8)))
    row = Organisation.objects.get()
    assert row.event_seq == 1 + taken == Event.objects.count()
    assert taken >= 40
    assert verify().whole
