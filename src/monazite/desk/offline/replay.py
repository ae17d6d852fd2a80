"""What the events of snapshots say they are: `desk verify` compares rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from monazite.desk.events.prints import Print, text_sha256
from monazite.desk.events.replay import Belonging, Replay, Told
from monazite.desk.events.verification.reading import identity, printed
from monazite.desk.offline import prints
from monazite.desk.offline.models import Allotment, Exit

_FIELDS = ("regime", "post", "taken_at", "expires_at", "sha256", "closed_at")


def _told(told: Told, _: str, payload: Mapping[str, Any]) -> Told:
    """The row after the event."""
    said: Told = {name: payload[name] for name in _FIELDS if name in payload}
    if "sha256" in payload:
        said["document"] = payload["sha256"]
    if "office" in payload:
        said["office_id"] = payload["office"]
    return {"closed_at": None} | told | said


def _numbered(table: str, model: type[Allotment | Exit], told: Print) -> Iterator[Belonging]:
    of = "t.snapshot_id"
    for owner, number, sha256 in printed(model, told, f"{of}, t.number FROM {{t}}", of):
        yield Belonging(identity(owner), table, str(number), sha256)


def _allotments() -> Iterator[Belonging]:
    yield from _numbered("allotments", Allotment, prints.ALLOTMENT)


def _exits() -> Iterator[Belonging]:
    yield from _numbered("exits", Exit, prints.EXIT)


SNAPSHOT = Replay(
    ("office", *_FIELDS), _told, {"document": text_sha256}, belongings=(_allotments, _exits)
)
