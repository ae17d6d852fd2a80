"""Snapshots of licences for posts that lose their line, and the journals that come home."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from monazite.desk.api.amounts import decimal
from monazite.desk.api.callers import VIA, acting
from monazite.desk.api.files import BYTES, binary, file_response
from monazite.desk.api.keys import keyed
from monazite.desk.api.operations import APPLICATION_FAULTS, operation
from monazite.desk.api.said import said, said_of_file
from monazite.desk.api.shapes.offline import (
    GivenUpShape,
    MergedShape,
    OfflineExitShape,
    SnapshotGivenShape,
    SnapshotRowShape,
    SnapshotShape,
    SnapshotsShape,
    WantedShape,
)
from monazite.desk.api.uploads import upload
from monazite.desk.offline import services
from monazite.desk.offline.listing import found, listed
from monazite.desk.offline.models import Exit, Snapshot
from monazite.desk.offline.services.taking import Wanted, file_of
from monazite.desk.people.may import require

_PATH = "/offline/snapshots/{uuid:ident}"
_ROW = ("id", "post", "taken_at", "expires_at", "closed_at", "sha256")
_EXIT = ("number", "reference", "left_at", "conflicts")
_FILE = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {"file": {"type": "string", "format": "binary"}},
                    "additionalProperties": False,
                }
            }
        },
    }
}


@operation("GET", "/offline/snapshots", SnapshotsShape, action="offline.carry")
def list_snapshots(request: HttpRequest) -> SnapshotsShape:
    """The snapshots that your office took, newest first."""
    person = acting(request)
    require(person, "offline.carry")
    return SnapshotsShape(items=[_row(each) for each in listed(person)])


@operation(
    "POST", "/offline/snapshots", SnapshotRowShape,
    action="offline.carry", status=201, faults=(403, 409),
)  # fmt: skip
def take_snapshot(request: HttpRequest, body: SnapshotGivenShape) -> HttpResponse:
    """Set aside what a post may let go, and sign the licences that it takes along."""
    person, wanted = acting(request), [_wanted(each) for each in body.lines]
    return keyed(
        request, said(body.model_dump()),
        lambda: _row(services.take_snapshot(person, body.post, body.hours, wanted, VIA)), 201,
    )  # fmt: skip


@operation("GET", _PATH, SnapshotShape, action="offline.carry", faults=(404,))
def get_snapshot(request: HttpRequest, ident: UUID) -> SnapshotShape:
    """A snapshot, and everything that came home of it."""
    snapshot = found(acting(request), ident, "offline.carry")
    told = {name: getattr(snapshot, name) for name in _ROW}
    return SnapshotShape(**told, exits=_exits(snapshot.exits.order_by("number")))


@operation("GET", f"{_PATH}/file", None, action="offline.carry", faults=(404,), extra=binary(BYTES))
def get_snapshot_file(request: HttpRequest, ident: UUID) -> HttpResponse:
    """The signed file that the post takes along (`monazite customs offline`)."""
    snapshot = found(acting(request), ident, "offline.carry")
    return file_response(file_of(snapshot), BYTES, f"snapshot-{snapshot.pk}.json")


@operation(
    "POST", f"{_PATH}/journal", MergedShape,
    action="offline.merge", faults=APPLICATION_FAULTS, extra=_FILE,
)  # fmt: skip
def merge_journal(request: HttpRequest, ident: UUID) -> HttpResponse:
    """Enter what a post let go; the same journal again, or a longer one, counts nothing twice."""
    file, person = upload(request), acting(request)
    found(person, ident, "offline.merge")
    data = file.read()
    file.seek(0)
    return keyed(
        request, said_of_file(file), lambda: _merged(services.merge(person, ident, data, VIA))
    )


@operation(
    "POST", f"{_PATH}/give-up", SnapshotRowShape, action="offline.merge", faults=APPLICATION_FAULTS
)
def give_up_snapshot(request: HttpRequest, ident: UUID, body: GivenUpShape) -> HttpResponse:
    """No journal will come home: what is left goes back, and people look into it."""
    person = acting(request)
    return keyed(
        request, said(body.model_dump()),
        lambda: _row(services.give_up(person, ident, body.text, VIA)),
    )  # fmt: skip


def _wanted(given: WantedShape) -> Wanted:
    return Wanted(
        licence=given.licence,
        line=given.line,
        quantity=decimal("quantity", given.quantity),
        value=decimal("value", given.value),
        uses=given.uses,
    )


def _row(snapshot: Snapshot) -> SnapshotRowShape:
    return SnapshotRowShape(**{name: getattr(snapshot, name) for name in _ROW})


def _exits(rows: Iterable[Exit]) -> list[OfflineExitShape]:
    return [OfflineExitShape(**{name: getattr(row, name) for name in _EXIT}) for row in rows]


def _merged(merged: services.Merging) -> MergedShape:
    return MergedShape(exits=_exits(merged.exits), known=merged.known, closed=merged.closed)
