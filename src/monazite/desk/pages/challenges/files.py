"""Files at a challenge: handed in, opened, and its two notices printed."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from monazite.catalogue.words import LANGS
from monazite.desk.gate.paper.render import notice_pdf, result_pdf
from monazite.desk.gate.services import challenging
from monazite.desk.pages.challenges.look import Look, look
from monazite.desk.pages.challenges.views import TOLD, refused
from monazite.desk.pages.reader import person_of
from monazite.desk.pages.views.posted import posted
from monazite.desk.pages.views.told import told
from monazite.desk.papers.kinds import ENDINGS
from monazite.desk.papers.serving import response
from monazite.desk.people.may import require
from monazite.errors import InputError


def _page(ident: uuid.UUID) -> str:
    return reverse("challenge", args=[ident])


@posted(_page)
def upload(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """Take a file; the page says why where it is not taken."""
    shown = look(request, ident)
    try:
        _taken(request, shown)
    except TOLD as error:
        return refused(request, ident, "upload", error)
    return redirect(f"{_page(ident)}?done=upload#papers")


def _taken(request: HttpRequest, shown: Look) -> None:
    sent = request.FILES.get("file")
    if sent is None:
        raise InputError("file", "", ", ".join(ENDINGS), "file_missing")
    challenging.upload_paper(
        shown.person, shown.declaration.pk, request.POST.get("kind", ""), sent.name or "", sent,
        "page",
    )  # fmt: skip


@require_safe
@told
def paper(request: HttpRequest, ident: uuid.UUID, paper_id: uuid.UUID) -> HttpResponseBase:
    """The file itself, as an attachment."""
    shown = look(request, ident)  # who may not know of the challenge learns nothing of its files
    if not shown.declaration.papers.filter(pk=paper_id).exists():
        raise Http404
    opened = challenging.open_paper(person_of(request), paper_id)
    return response(opened.path, opened.paper.name, opened.paper.media_type)


@require_safe
@told
def notice(request: HttpRequest, ident: uuid.UUID, lang: str) -> HttpResponse:
    """The notice of the challenge, to be printed."""
    shown = _readable(request, ident, lang)
    return _printed(notice_pdf(shown.challenge, lang), f"{_name(shown)}-{lang}.pdf")


@require_safe
@told
def result(request: HttpRequest, ident: uuid.UUID, lang: str) -> HttpResponse:
    """The notice of what customs judged, to be printed; there is none before."""
    shown = _readable(request, ident, lang)
    judged = next((each for each in shown.judgements if each.notice), None)
    if judged is None:
        raise Http404
    return _printed(result_pdf(judged, lang), f"{_name(shown)}-result-{lang}.pdf")


def _readable(request: HttpRequest, ident: uuid.UUID, lang: str) -> Look:
    shown = look(request, ident)
    require(shown.person, "declaration.read", shown.declaration)
    if lang not in LANGS:
        raise Http404
    return shown


def _name(shown: Look) -> str:
    return f"{shown.declaration.number}-{shown.challenge.number}"


def _printed(data: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(data, content_type="application/pdf", headers=headers)
