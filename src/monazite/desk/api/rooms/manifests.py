"""Many declarations at once: lodged as a message or a file, and what was answered to each."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query

from monazite.desk.api import tell_declaration, tell_manifest
from monazite.desk.api.callers import VIA, acting
from monazite.desk.api.keys import by_own_key
from monazite.desk.api.language import language
from monazite.desk.api.operations import operation
from monazite.desk.api.shapes.manifests import (
    AllUnlodgedShape,
    AnswersShape,
    ManifestGivenShape,
    ManifestPageQuery,
    ManifestShape,
    ManifestsShape,
)
from monazite.desk.api.uploads import FILE, MULTIPART, text, upload
from monazite.desk.gate import services
from monazite.desk.gate.manifest_listing import answers, found, known, listed
from monazite.desk.gate.manifest_source import Source, from_file, from_message
from monazite.desk.people.may import require
from monazite.errors import InputError

_PATH = "/manifests/{uuid:ident}"
_BESIDE = ("reference", "mode")
_FAULTS = (403, 409)
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            MULTIPART: {
                "schema": {
                    "type": "object",
                    "required": [FILE, *_BESIDE],
                    "properties": {
                        FILE: {"type": "string", "format": "binary"},
                        "reference": {"type": "string"},
                        "mode": {"type": "string", "enum": ["all", "each"]},
                    },
                    "additionalProperties": False,
                }
            }
        },
    }
}


@operation("GET", "/manifests", ManifestsShape, action="manifest.read")
def list_manifests(request: HttpRequest, query: Query[ManifestPageQuery]) -> ManifestsShape:
    """The manifests that you may know of, newest first, page by page."""
    lang = language(request)
    page = listed(acting(request), query.cursor, query.limit)
    told = [tell_manifest.manifest(row, lang) for row in page.items]
    return ManifestsShape(items=told, next=page.following or None)


@operation(
    "POST", "/manifests", ManifestShape,
    action="manifest.lodge", status=201, faults=_FAULTS, own_key=True,
)  # fmt: skip
def lodge_manifest(request: HttpRequest, body: ManifestGivenShape) -> HttpResponse:
    """Lodge many declarations in one message; a larger one goes as a file.

    Its `reference` is its key, and it carries no `Idempotency-Key`: the same manifest again gets
    its first answer and `Idempotent-Replay: true`, another under the same reference 409. 422, and
    nothing kept, where `mode` is `all` and not everything goes.
    """
    given = [each.model_dump(mode="json", exclude_none=True) for each in body.declarations]
    return _lodged(request, from_message(body.reference, given), body.mode)


@operation(
    "POST", "/manifests/file", ManifestShape,
    action="manifest.lodge", status=201, faults=(400, 415, *_FAULTS), own_key=True, extra=_BODY,
)  # fmt: skip
def upload_manifest(request: HttpRequest) -> HttpResponse:
    """Lodge a `.csv`, `.xlsx` or `.json` file of many declarations.

    Its `reference` is its key, as of a message.
    """
    require(acting(request), "manifest.lodge")
    file = upload(request, _BESIDE)
    reference, mode = (text(request, name) for name in _BESIDE)
    return _lodged(request, from_file(reference, file.name or "", file.read()), mode)


@operation("GET", _PATH, ManifestShape, action="manifest.read", faults=(404,))
def get_manifest(request: HttpRequest, ident: UUID) -> ManifestShape:
    """How far it came."""
    return tell_manifest.manifest(found(acting(request), ident), language(request))


@operation("GET", f"{_PATH}/declarations", AnswersShape, action="manifest.read", faults=(404,))
def list_manifest_declarations(
    request: HttpRequest, ident: UUID, query: Query[ManifestPageQuery]
) -> AnswersShape:
    """Its declarations as they stand, with all that was found in them, page by page."""
    person = acting(request)
    page = answers(person, found(person, ident), query.cursor, query.limit)
    keys = [row.pk for row in page.items]
    items = tell_declaration.several(person, keys, language(request))
    return AnswersShape(items=items, next=page.following or None)


@operation("GET", f"{_PATH}/unlodged", AllUnlodgedShape, action="manifest.read", faults=(404,))
def list_unlodged(
    request: HttpRequest, ident: UUID, query: Query[ManifestPageQuery]
) -> AllUnlodgedShape:
    """What of it could not be kept as declarations, with its rows, page by page."""
    kept = found(acting(request), ident).unlodged
    begin = _place(query.cursor)
    end = begin + query.limit
    told = [tell_manifest.unlodged(each, language(request)) for each in kept[begin:end]]
    return AllUnlodgedShape(items=told, next=str(end) if end < len(kept) else None)


def _place(cursor: str) -> int:
    if cursor and not (cursor.isdecimal() and cursor.isascii() and len(cursor) < 9):  # noqa: PLR2004
        raise InputError("cursor", cursor[:80], "the cursor of the page before", "stale")
    return int(cursor or 0)


def _lodged(request: HttpRequest, source: Source, mode: str) -> HttpResponse:
    person = acting(request)
    again = known(person).filter(reference=source.reference).exists()
    made = services.lodge_manifest(person, source, mode, VIA)
    return by_own_key(tell_manifest.manifest(made, language(request)), 201, again=again)
