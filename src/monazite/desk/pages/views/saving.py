"""A field that was typed is saved, and what is wrong with it now is answered."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from monazite.desk.applications import services
from monazite.desk.applications.errors import Conflict
from monazite.desk.pages.form import sent
from monazite.desk.pages.form.clashes import refusal
from monazite.desk.pages.form.paths import anchor, spot
from monazite.desk.pages.form.sheet import Sheet
from monazite.desk.pages.form.state import slots, state, view
from monazite.desk.pages.form.steps import STEPS
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.wrong import words
from monazite.errors import InputError

_WRONG, _CLASHED = 422, 409


@require_POST
def save(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """Parts of the page, each with the id of what it replaces."""
    lang, person = lang_of(request), person_of(request)
    try:
        changes, version = sent.changes(request.POST), sent.version(request.POST)
        saved = services.save(person, ident, changes, version, "page")
    except Conflict as conflict:
        context = {
            "refusal": refusal(conflict, ident, lang), "version": conflict.version,
            "marked": request.POST.get("shown", ""), "shape": request.POST.get("shape", ""),
        }  # fmt: skip
        return render(request, "pages/form/clash.html", context, status=_CLASHED)
    except InputError as error:
        return _refused(request, error)
    return _answer(request, Sheet(saved.application, lang), frozenset(changes))


@require_GET
def token(request: HttpRequest) -> HttpResponse:
    """The token that requests carry now: signing in, in another tab, changed it."""
    return JsonResponse({"token": get_token(request)}, headers={"Cache-Control": "no-store"})


def _refused(request: HttpRequest, error: InputError) -> HttpResponse:
    message = words(error, lang_of(request))
    context = {"message": message, "path": error.field, "key": anchor(error.field)}
    return render(request, "pages/form/refused.html", context, status=_WRONG)


def _answer(request: HttpRequest, sheet: Sheet, changed: frozenset[str]) -> HttpResponse:
    step = request.POST.get("step", "")
    step = step if step in STEPS else "application"
    page = sent.number(request.POST.get("page"), 1)
    context = state(sheet, step, view(sheet, step, page, changed=changed))
    blocks = context["blocks"]
    before = set(request.POST.get("shown", "").split())
    lines = {spot(path).row for path in changed if spot(path).section == "lines"}
    context |= {
        "redrawn": context["shape"] != request.POST.get("shape"),
        "slots": [
            {"key": key, "findings": findings}
            for key, findings in slots(blocks)
            if findings or key in before
        ],
        "rows": [row for block in blocks for row in block.rows if row.outline],
        "ruled": [
            row
            for block in blocks
            for row in block.rows
            if block.name == "lines" and row.index in lines
        ],
    }
    return render(request, "pages/form/saved.html", context)
