"""What the events of duties say they are: `desk verify` compares rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from monazite.desk.duties.models import DutyPaper, Report
from monazite.desk.duties.prints import PAPER, REPORT
from monazite.desk.events.replay import Belonging, Replay, Told
from monazite.desk.events.verification.reading import identity, printed

FIELDS = (
    "declaration", "organisation", "office", "licensing", "kind", "law", "due_on",
    "overdue_since", "reported_at", "ended_at",
)  # fmt: skip
_KEYS = {name: f"{name}_id" for name in ("declaration", "organisation", "office", "licensing")}
_UNSAID: Told = {"overdue_since": None, "reported_at": None, "ended_at": None}
_DUTY = "t.duty_id"


def _told(told: Told, _: str, payload: Mapping[str, Any]) -> Told:
    """The row after the event."""
    said = {_KEYS.get(name, name): payload[name] for name in FIELDS if name in payload}
    return _UNSAID | told | said


def _reports() -> Iterator[Belonging]:
    select = f"{_DUTY}, t.number FROM {{t}}"
    for owner, number, sha256 in printed(Report, REPORT, select, _DUTY):
        yield Belonging(identity(owner), "reports", str(number), sha256)


def _papers() -> Iterator[Belonging]:
    for owner, key, sha256 in printed(DutyPaper, PAPER, f"{_DUTY}, t.id FROM {{t}}", _DUTY):
        yield Belonging(identity(owner), "papers", str(identity(key)), sha256)


DUTY = Replay(FIELDS, _told, belongings=(_reports, _papers))
