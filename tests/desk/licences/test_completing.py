"""A licence for one export is over with it: nothing is set aside on it at the same moment."""

from __future__ import annotations

import threading
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection

from monazite.desk.applications.errors import Refused
from monazite.desk.events import append as events
from monazite.desk.events.append import Who
from monazite.desk.licences import services
from monazite.desk.licences.models import Licence, LicenceLine
from monazite.desk.licences.services import looking, moving
from support.at_gate import licensed
from support.licences import more_lines
from support.offices import world

if TYPE_CHECKING:
    import uuid
    from pathlib import Path

    from pytest_django import Settings

pytestmark = pytest.mark.django_db(transaction=True)
GATE = Who(None, "api")
ONE, NOTHING = Decimal(1), Decimal()


@pytest.fixture
def lines(settings: Settings, tmp_path: Path) -> list[uuid.UUID]:
    """Two lines of a licence for one export, one kilogram of the first set aside."""
    settings.PAPERS_ROOT = tmp_path / "papers"
    first = licensed(world(), "single").lines.select_related("licence").get()
    found = more_lines(first, 2)
    services.reserve(found[0], ONE, NOTHING, first.licence.valid_from, "first", GATE)
    return found


def reserved(line: uuid.UUID, said: list[str]) -> threading.Thread:
    """Somebody else's reservation, on a connection of its own; said: how it ended."""

    def run() -> None:
        try:
            day = LicenceLine.objects.get(pk=line).licence.valid_from
            services.reserve(line, ONE, NOTHING, day, f"other {line}", GATE)
            said.append("made")
        except Refused as refused:
            said.append(refused.code)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def post(line: uuid.UUID) -> None:
    day = LicenceLine.objects.get(pk=line).licence.valid_from
    services.post(line, ONE, NOTHING, day, "left", GATE)


@pytest.mark.parametrize("at", [0, 1])
def test_nothing_is_set_aside_while_the_licence_is_completed(
    lines: list[uuid.UUID], at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    others: list[threading.Thread] = []
    record = events.record

    def meanwhile(aggregate: Any, kind: str, *given: Any, **changes: Any) -> None:
        if kind == "completed":
            others.append(reserved(lines[at], said))
            others[0].join(0.5)  # it waits for this one, or has gone through
        record(aggregate, kind, *given, **changes)

    monkeypatch.setattr(moving, "record", meanwhile)
    post(lines[0])
    others[0].join()
    assert said == ["licence_not_usable.completed"]
    assert Licence.objects.get().ended == "completed"
    assert {line.reserved_quantity for line in LicenceLine.objects.all()} == {NOTHING}


@pytest.mark.postgresql
@pytest.mark.parametrize("at", [0, 1])
def test_what_was_judged_before_it_is_judged_again(
    lines: list[uuid.UUID], at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # SQLite judges and writes in one transaction, which nobody comes between.
    look, looks = looking.look, list[str]()
    monkeypatch.setattr(moving, "enter_unlooked", lambda *_: None)

    def meanwhile(line_id: uuid.UUID, message_id: str) -> Any:
        found = look(line_id, message_id)
        if message_id.startswith("other") and not looks:
            looks.append(message_id)
            post(lines[0])
        return found

    monkeypatch.setattr(moving, "look", meanwhile)
    said: list[str] = []
    reserved(lines[at], said).join()
    assert said == ["licence_not_usable.completed"]
