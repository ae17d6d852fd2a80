from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from monazite.desk.events import checkpoints, copies
from monazite.desk.events.append import create
from monazite.desk.events.models import Checkpoint, Event
from monazite.desk.events.seal import Seal
from monazite.desk.events.unsealed import unsealed, waiting, watermark
from monazite.desk.people.models import Organisation
from monazite.desk.running.verify import verify
from support import desk_process
from support.records import ME, firm, happen, seal, tamper

pytestmark = pytest.mark.django_db(transaction=True)


def sealed() -> list[Seal]:
    return [Seal.read(row.document) for row in Checkpoint.objects.order_by("number")]


def test_a_checkpoint_holds_what_came_since_the_last() -> None:
    first, second = firm("A", 2), firm("B")
    assert seal()
    happen(first)
    assert seal()
    assert seal() is None
    one, two = sealed()
    assert (one.count, two.count, two.events, two.aggregates) == (3, 1, 4, 2)
    assert {head[1] for head in one.heads} == {first.pk, second.pk}
    assert two.heads == (("organisation", first.pk, 3, bytes(first.event_head)),)
    assert verify().whole


def test_it_lies_outside_word_for_word() -> None:
    firm()
    row = seal()
    assert row is not None
    copy = copies.Copy.read(copies.path(settings.CHECKPOINTS_ROOT, 1).read_bytes())
    assert copy == copies.Copy(row.document, bytes(row.signature))


def test_it_is_due_after_a_minute_or_when_enough_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not checkpoints.due()
    made = firm()
    assert checkpoints.due()
    seal()
    happen(made)
    assert not checkpoints.due()
    monkeypatch.setattr(checkpoints, "AT_MOST", 2)
    assert not checkpoints.due()
    happen(made)
    assert checkpoints.due()
    seal()
    assert not checkpoints.due()
    happen(made)
    now = timezone.now() + timedelta(seconds=61)
    monkeypatch.setattr(timezone, "now", lambda: now)
    assert checkpoints.due()


@pytest.mark.postgresql
def test_a_mark_needs_no_more_than_an_ordinary_user_may() -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("CREATE ROLE ordinary")
        cursor.execute("SET LOCAL ROLE ordinary")
        assert watermark().at > 0
        transaction.set_rollback(True)


@pytest.mark.postgresql
def test_ids_commit_out_of_order_and_nothing_is_lost_or_sealed_twice() -> None:
    """A transaction is open while later ones commit: it holds the seal back, and is then sealed."""
    written, go_on = threading.Event(), threading.Event()

    def slow() -> None:
        try:
            with transaction.atomic():
                create(Organisation(kind="agency", name="Slow", country="CN"), "a", {}, ME)
                written.set()
                assert go_on.wait(20)
        finally:
            connection.close()

    firm("Before")
    assert seal()
    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(slow)
        assert written.wait(20)
        firm("Later in id, earlier in commit")
        assert seal() is None  # the slow one's id is lower: a seal by ids would pass it by
        go_on.set()
        done.result()
    firm("After")
    assert seal()
    assert [each.count for each in sealed()] == [1, 3]
    report = verify()
    assert report.whole
    assert report.after == 0


def test_of_two_workers_one_seals() -> None:
    for number in range(3):
        firm(f"Firm {number}")
    ready = threading.Barrier(4)

    def work(_: int) -> bool:
        try:
            ready.wait(20)
            return seal() is not None
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(work, range(4))) == 1
    assert [each.count for each in sealed()] == [3]
    assert verify().whole


class KilledError(BaseException):
    """The process ends here."""


STEPS = ("create", "open", "fsync", "replace", "sync")


@pytest.mark.parametrize("step", range(7))
def test_killed_anywhere_it_goes_on_and_everything_agrees(
    step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each step of sealing in turn is the last that the process does."""
    made = firm("A", 3)
    with monkeypatch.context() as patch:
        _kill_at(step, patch)
        with pytest.raises(KilledError):
            seal()
    happen(made)
    checkpoints.complete(settings.CHECKPOINTS_ROOT)
    seal()
    report = verify()
    assert report.whole
    assert not report.findings
    assert report.after == 0
    assert [each.events for each in sealed()][-1] == 4
    assert set(copies.numbers(settings.CHECKPOINTS_ROOT)) == {each.number for each in sealed()}


def _kill_at(step: int, patch: pytest.MonkeyPatch) -> None:
    steps = iter(range(100))

    def counted(whole: object) -> object:
        def call(*args: object, **named: object) -> object:
            if next(steps) == step:
                raise KilledError
            return whole(*args, **named)  # type: ignore[operator]

        return call

    for owner, name in (
        (checkpoints, "unsealed"), (checkpoints, "hashed"), (Checkpoint.objects, "create"),
        (copies, "write"), (os, "fdopen"), (os, "fsync"), (Path, "replace"),
    ):  # fmt: skip
        patch.setattr(owner, name, counted(getattr(owner, name)))


KILLED = """
import os
from monazite.desk.events import checkpoints, copies
from monazite.desk.events.append import Who, create
from monazite.desk.people.models import Organisation
from django.conf import settings
from django.db import transaction
from monazite.desk.running.verify import verify
if os.fork() == 0:
    with transaction.atomic():
        create(Organisation(kind="exporter", name="A", country="CN"), "a", {}, Who(None, "cli"))
    copies.write = lambda *_: os.kill(os.getpid(), 9)
    checkpoints.seal(keys.load(), settings.CHECKPOINTS_ROOT)
assert os.WTERMSIG(os.wait()[1]) == 9
assert [each.code for each in verify().findings] == ["copy_late"]
assert checkpoints.seal(keys.load(), settings.CHECKPOINTS_ROOT) is None
print(verify().document("en"))
"""


@pytest.mark.slow
@pytest.mark.sqlite
def test_a_process_that_is_killed_between_row_and_copy(tmp_path: Path) -> None:
    told = desk_process.run(
        tmp_path / "site", "from django.db import connection; connection.close()" + KILLED
    )
    assert "'checkpoints': 1" in told
    assert "'findings': []" in told


def test_an_older_checkpoint_without_its_copy_is_completed() -> None:
    made = firm()
    for _ in range(3):
        happen(made)
        seal()
    for number in (2, 3):
        copies.path(settings.CHECKPOINTS_ROOT, number).unlink()
    happen(made)
    seal()
    assert list(copies.numbers(settings.CHECKPOINTS_ROOT)) == [1, 2, 3, 4]
    assert verify().whole


def test_another_copy_in_the_place_of_ours_is_not_written_over() -> None:
    firm()
    copies.path(settings.CHECKPOINTS_ROOT, 1).write_text("{}")
    with pytest.raises(copies.CopiesDisagree):
        seal()
    assert not Checkpoint.objects.exists()
    with pytest.raises(copies.CopiesDisagree):
        copies.write(settings.CHECKPOINTS_ROOT, 1, copies.Copy("a", b""))


def test_a_site_that_moved_to_another_database_seals_what_was_not() -> None:
    """Marks of the old database say nothing here: the heads do."""
    made = firm("A", 2)
    seal()
    happen(made)
    row = Checkpoint.objects.get()
    moved = row.document.replace('"database":"', '"database":"other ')
    tamper("UPDATE events_checkpoint SET document = %s", moved)
    copies.path(settings.CHECKPOINTS_ROOT, 1).unlink()
    last = checkpoints._last()
    now = watermark()
    assert waiting(last, now, 5) == 1
    assert [place[2] for place in unsealed(last, now)] == [3]
    assert Event.objects.count() == 3
