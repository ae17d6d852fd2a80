"""Files of a draft: sent, described, opened."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from monazite.desk.applications import services
from monazite.desk.applications.errors import Refused
from monazite.desk.applications.models import Paper
from monazite.desk.pages import asked_once
from monazite.desk.pages.form.clashes import Refusal
from monazite.desk.pages.form.filed_papers import describe
from monazite.desk.pages.form.findings import link
from monazite.desk.pages.form.sent import number
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.form import page
from monazite.desk.pages.views.found import found
from monazite.desk.pages.views.told import told
from monazite.desk.pages.wrong import words
from monazite.desk.papers.kinds import ENDINGS
from monazite.desk.papers.serving import response
from monazite.errors import InputError

_REFUSED = 422


@require_POST
@told
def upload(request: HttpRequest, ident: uuid.UUID) -> HttpResponseBase:
    """Take a file and put its row into the form; the script is told why not in the page itself."""
    by_script = bool(request.headers.get("HX-Request"))
    try:
        target = link(f"papers[{_taken(request, ident)}]", ident)
    except (InputError, Refused) as error:
        message = words(error, lang_of(request))
        if not by_script:
            found(request, ident)
            return page(request, ident, "papers", Refusal(message), _REFUSED)
        context = {"message": message}
        return render(request, "pages/form/upload_refused.html", context, status=_REFUSED)
    return HttpResponse(headers={"HX-Redirect": target}) if by_script else redirect(target)


def _taken(request: HttpRequest, ident: uuid.UUID) -> int:
    sent, person = request.FILES.get("file"), person_of(request)
    if again := request.POST.get("paper"):
        there = get_object_or_404(Paper, pk=asked_once.ident(again), application_id=ident)
        return describe(person, there, {})
    if sent is None:
        raise InputError("file", "", ", ".join(ENDINGS), "file_missing")
    secret = request.POST.get("secret") == "yes"
    paper = services.upload(person, ident, sent.name or "", sent, secret, "page")
    said = {name: request.POST.get(name, "") for name in ("kind", "language")}
    row = request.POST.get("row", "")
    return describe(person, paper, said, number(row, 0) if row else None)


@require_POST
@told
def take_away(request: HttpRequest, ident: uuid.UUID, paper_id: uuid.UUID) -> HttpResponseBase:
    """A file of a draft that belongs to nothing goes away."""
    get_object_or_404(Paper, pk=paper_id, application_id=ident)
    services.take_away(person_of(request), paper_id, "page")
    return redirect(f"{reverse('form', args=[ident, 'papers'])}#wanted")


@require_safe
@told
def paper(request: HttpRequest, ident: uuid.UUID, paper_id: uuid.UUID) -> HttpResponseBase:
    """The file itself, as an attachment."""
    found(request, ident)  # who may not know of the application learns nothing of its files
    get_object_or_404(Paper, pk=paper_id, application_id=ident)
    opened = services.open_paper(person_of(request), paper_id, "page")
    return response(opened.path, opened.paper.name, opened.paper.media_type)
