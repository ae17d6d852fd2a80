from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction

from monazite.desk.events.append import ChangedMeanwhile, create, record
from monazite.desk.events.canonical import canonical
from monazite.desk.events.models import Event
from monazite.desk.people.models import Organisation
from monazite.desk.running.verify import verify
from support.records import ME, firm, happen

# One of several processes: says that it is there, waits for all, then takes steps as it can.
_WRITER = """
import os, sys
import django
from django.conf import settings

django.setup()
settings.DATABASES["default"]["NAME"] = os.environ["MONAZITE_TEST_DATABASE"]
from monazite.desk.events.append import ChangedMeanwhile
from monazite.desk.people.models import Organisation
from support.records import happen

pk, number = sys.argv[1], int(sys.argv[2])
Organisation.objects.get(pk=pk)
print("ready", flush=True)
sys.stdin.readline()
taken = late = 0
while (mine := Organisation.objects.get(pk=pk)).event_seq < 41:
    try:
        happen(mine, {"by": number})
        taken += 1
    except ChangedMeanwhile:
        late += 1
print(taken, late)
"""
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


@pytest.mark.postgresql
def test_eight_processes_take_each_step_once() -> None:
    """As the eight threads do, each with a connection and a memory of its own."""
    made = firm()
    env = os.environ | {
        "MONAZITE_TEST_DATABASE": str(connection.settings_dict["NAME"]),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    command = [sys.executable, "-c", _WRITER, str(made.pk)]
    with ExitStack() as stack:
        writers = [
            stack.enter_context(
                subprocess.Popen(
                    [*command, str(number)], env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE
                )
            )
            for number in range(8)
        ]
        for writer in writers:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"ready\n"
        for writer in writers:
            assert writer.stdin is not None
            writer.stdin.write(b"go\n")
            writer.stdin.flush()
        said = [writer.communicate(timeout=60)[0].split() for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * 8
    taken, late = (sum(int(each[n]) for each in said) for n in (0, 1))
    row = Organisation.objects.get()
    assert row.event_seq == 1 + taken == Event.objects.count()
    assert taken >= 40
    assert late > 0
    assert verify().whole
