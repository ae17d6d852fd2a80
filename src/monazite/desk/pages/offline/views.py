"""The list of snapshots with the form that takes one; one of them; its signed file."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from monazite.catalogue.texts import say
from monazite.desk.gate.listing import known
from monazite.desk.licences.limits import number
from monazite.desk.offline.listing import found, listed
from monazite.desk.offline.models import Allotment, Exit, Snapshot
from monazite.desk.offline.services.taking import HOURS_MAX, file_of
from monazite.desk.pages.offline.choices import choices
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.told import told
from monazite.desk.people.may import require

ROWS = 4
"""Lines of the form; more are taken by the API."""
_AMOUNTS = ("licence", "line", "quantity", "value", "uses")


@require_safe
@told
def offline(request: HttpRequest) -> HttpResponse:
    """What the office's posts took along, newest first."""
    return listed_page(request, {}, "", HTTPStatus.OK)


def listed_page(
    request: HttpRequest, typed: dict[str, Any], message: str, status: int
) -> HttpResponse:
    """The list with what was typed into the form; message: why it could not be done."""
    person = person_of(request)
    require(person, "offline.carry")
    context = {
        "snapshots": listed(person),
        "now": timezone.now(),
        "message": message,
        "hours_max": HOURS_MAX,
        "licences": choices(person, lang_of(request)),
        "post": typed.get("post", ""),
        "hours": typed.get("hours", "24"),
        "rows": typed.get("rows") or [dict.fromkeys(_AMOUNTS, "")] * ROWS,
    }
    return render(request, "pages/offline/list.html", context, status=status)


@require_safe
@told
def snapshot(request: HttpRequest, snapshot_id: uuid.UUID) -> HttpResponse:
    """What a post may let go, what came home, and what people have to look into."""
    one = found(person_of(request), snapshot_id, "offline.carry")
    return shown(request, one, "", HTTPStatus.OK)


def shown(request: HttpRequest, one: Snapshot, message: str, status: int) -> HttpResponse:
    """The page of a snapshot; message: why something could not be done."""
    lang = lang_of(request)
    made = known(person_of(request)).filter(journal__in=one.exits.values("key"))
    declarations = dict(made.values_list("journal", "pk"))
    context = {
        "snapshot": one,
        "over": timezone.now() >= one.expires_at,
        "allotments": [_allotted(each) for each in _allotments(one)],
        "exits": [_exit(row, declarations, lang) for row in one.exits.order_by("number")],
        "message": message,
    }
    return render(request, "pages/offline/snapshot.html", context, status=status)


def _allotments(one: Snapshot) -> Iterable[Allotment]:
    return one.allotments.select_related("line__licence").order_by("number")


def _allotted(row: Allotment) -> dict[str, object]:
    return {"row": row, "quantity": number(row.quantity), "value": number(row.value)}


def _exit(row: Exit, declarations: Mapping[str, uuid.UUID], lang: str) -> dict[str, object]:
    """What came home, and the declaration that it became."""
    said = [say(f"customs.offline.conflict.{code}", lang) for code in row.conflicts]
    return {"row": row, "conflicts": said, "declaration": declarations.get(row.key)}


@require_safe
@told
def snapshot_file(request: HttpRequest, snapshot_id: uuid.UUID) -> HttpResponse:
    """The signed file that the post takes along."""
    one = found(person_of(request), snapshot_id, "offline.carry")
    answer = HttpResponse(file_of(one), content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="snapshot-{one.pk}.json"'
    return answer
