"""What is done about snapshots: taken, merged, given up; what was typed stays on the page."""

from __future__ import annotations

import uuid
from decimal import Decimal, InvalidOperation
from http import HTTPStatus
from itertools import zip_longest

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from monazite.desk.applications.errors import Refused
from monazite.desk.offline import services
from monazite.desk.offline.listing import found
from monazite.desk.offline.services.merging import BYTES_MAX
from monazite.desk.offline.services.taking import Wanted
from monazite.desk.pages.offline.views import listed_page, shown
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.told import told
from monazite.desk.pages.wrong import words
from monazite.desk.people.may import require
from monazite.errors import InputError

_FIELDS = ("licence", "line", "quantity", "value", "uses")
_LONGEST = 9
"""Figures of a whole number in the form."""


@require_POST
@told
def take(request: HttpRequest) -> HttpResponse:
    """Set aside, sign, and show what the post takes along."""
    person, sent = person_of(request), request.POST
    require(person, "offline.carry")
    rows = _rows(sent)
    try:
        hours = _whole("hours", sent.get("hours", ""))
        wanted = [_wanted(row) for row in rows if any(row.values())]
        made = services.take_snapshot(person, sent.get("post", ""), hours, wanted, "page")
    except (InputError, Refused) as error:
        typed = {"post": sent.get("post", ""), "hours": sent.get("hours", ""), "rows": rows}
        return listed_page(request, typed, words(error, lang_of(request)), _status(error))
    return redirect("offline_snapshot", made.pk)


@require_POST
@told
def merge(request: HttpRequest, snapshot_id: uuid.UUID) -> HttpResponse:
    """Enter what came home, then show it."""
    person = person_of(request)
    one = found(person, snapshot_id, "offline.merge")
    try:
        services.merge(person, snapshot_id, _data(request.FILES.get("file")), "page")
    except (InputError, Refused) as error:
        return shown(request, one, words(error, lang_of(request)), _status(error))
    return redirect("offline_snapshot", snapshot_id)


@require_POST
@told
def give_up(request: HttpRequest, snapshot_id: uuid.UUID) -> HttpResponse:
    """No journal will come home."""
    person = person_of(request)
    one = found(person, snapshot_id, "offline.merge")
    try:
        services.give_up(person, snapshot_id, request.POST.get("text", ""), "page")
    except (InputError, Refused) as error:
        return shown(request, one, words(error, lang_of(request)), _status(error))
    return redirect("offline_snapshot", snapshot_id)


def _status(error: InputError | Refused) -> int:
    return error.status if isinstance(error, Refused) else HTTPStatus.UNPROCESSABLE_ENTITY


def _data(file: object) -> bytes:
    if not isinstance(file, UploadedFile) or (file.size or 0) > BYTES_MAX:
        most = BYTES_MAX // 1024**2
        raise InputError(
            "journal", "", f"a file of at most {most} MiB", "journal_missing", most=most
        )
    return bytes(file.read())


def _rows(sent: QueryDict) -> list[dict[str, str]]:
    """The lines of the form as they were typed."""
    columns = [[each.strip() for each in sent.getlist(name)] for name in _FIELDS]
    return [dict(zip(_FIELDS, row, strict=True)) for row in zip_longest(*columns, fillvalue="")]


def _wanted(row: dict[str, str]) -> Wanted:
    return Wanted(
        licence=row["licence"],
        line=_whole("line", row["line"] or "1"),
        quantity=_decimal("quantity", row["quantity"] or "0"),
        value=_decimal("value", row["value"] or "0"),
        uses=_whole("uses", row["uses"] or "0"),
    )


def _whole(field: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= _LONGEST):
        raise InputError(field, text, "a whole number", "whole")
    return int(text)


def _decimal(field: str, text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise InputError(field, text, "a number such as 12.5", "amount") from error
