from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone

from monazite.desk.events.models import Checkpoint
from monazite.desk.people.models import Attempt
from monazite.desk.running import worker
from monazite.desk.running.worker import Job, work
from support import desk_process
from support.records import firm

pytestmark = pytest.mark.slow


@pytest.mark.django_db(transaction=True)
def test_it_seals_what_is_due_and_says_so_in_a_line(home: Path) -> None:
    firm("A", 2)
    firm("B", 1)
    assert worker.seal() == "checkpoint 1: 3 events of 2 aggregates"
    assert worker.seal() is None
    assert Checkpoint.objects.count() == 1
    assert (home / "checkpoints" / "0000000001.json").is_file()


@pytest.mark.usefixtures("home")
def test_it_removes_what_was_never_finished() -> None:
    root = Path(settings.PAPERS_ROOT) / "ab"
    root.mkdir(parents=True)
    old, new, whole = root / "old.part", root / "new.part", root / "whole"
    for path in (old, new, whole):
        path.touch()
    for path in (old, whole):
        os.utime(path, (1, 1))
    assert worker.clean() == "1 unfinished files removed"
    assert worker.clean() is None
    assert (old.exists(), new.exists(), whole.exists()) == (False, True, True)


@pytest.mark.django_db
def test_it_forgets_sessions_that_ended_and_guesses_of_long_ago() -> None:
    now = timezone.now()
    for key, hours in (("ended", -1), ("lives", 1)):
        until = now + timedelta(hours=hours)
        Session.objects.create(session_key=key, session_data="", expire_date=until)
    for name, hours in (("old", 25), ("new", 1)):
        Attempt.objects.create(key=name, failures=3, last_at=now - timedelta(hours=hours))
    (job,) = (each for each in worker.JOBS if each.name == "forget")
    assert job.run() == "1 counts of failed sign-ins forgotten"
    assert job.run() is None
    assert [row.session_key for row in Session.objects.all()] == ["lives"]
    assert [row.key for row in Attempt.objects.all()] == ["new"]


@pytest.mark.django_db(transaction=True)
def test_it_renews_what_the_law_has_outrun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "renew_all", iter([2, 0]).__next__)
    assert worker.renew() == "rulings of 2 applications renewed"
    assert worker.renew() is None


def test_it_counts_clocks_and_opens_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "open_missing", iter([3, 0]).__next__)
    monkeypatch.setattr(worker, "renew_clocks", iter([2, 0]).__next__)
    (job,) = (each for each in worker.JOBS if each.name == "count")
    assert job.run() == "3 cases opened, 2 clocks counted anew"
    assert job.run() is None


@pytest.mark.django_db(transaction=True)
def test_jobs_take_turns_and_one_that_fails_stops_no_other(
    caplog: pytest.LogCaptureFixture,
) -> None:
    stop, done = threading.Event(), []

    def fail() -> str:
        done.append("fail")
        raise ZeroDivisionError

    def count() -> str:
        done.append("count")
        if done.count("count") == 3:
            stop.set()
        return "counted"

    caplog.set_level(logging.INFO, "monazite.desk.worker")
    work(stop, [Job("fail", 0.001, fail), Job("count", 0.002, count), Job("rare", 99, list)])  # type: ignore[arg-type]
    assert done.count("fail") >= 3
    assert "fail failed and is tried again" in caplog.text
    assert caplog.text.count("counted") == 3


WORK = "from monazite.desk.running import worker; worker.run()"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with its tables and key."""
    folder = tmp_path_factory.mktemp("site")
    desk_process.run(folder, "")
    return folder


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_well_when_it_is_told_to(site: Path, number: int) -> None:
    env = os.environ | {
        "MONAZITE_HOME": str(site), "DJANGO_SETTINGS_MODULE": "monazite.desk.settings",
    }  # fmt: skip
    env.pop("DATABASE_URL", None)
    code = f"import django; django.setup(); print('here', flush=True); {WORK}"
    with subprocess.Popen(
        [sys.executable, "-c", code], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"here\n"
        time.sleep(1)
        process.send_signal(number)
        _, errors = process.communicate(timeout=20)
    assert process.returncode == 0, errors
