"""A draft begins: blank, from a file or from an earlier application; the template to fill in."""

from __future__ import annotations

from http import HTTPStatus

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from monazite.catalogue.texts import say
from monazite.desk.applications import services
from monazite.desk.pages import asked_once
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.found import found
from monazite.desk.pages.views.told import told
from monazite.desk.pages.wrong import words
from monazite.desk.people.may import may
from monazite.desk.security.refusals import refuse
from monazite.errors import InputError, MonaziteError
from monazite.licensing.documents import read_json
from monazite.licensing.fields import Form, blank, choices, sections
from monazite.licensing.sheets import read_xlsx
from monazite.licensing.sheets import template as empty_workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FILE_MAX = 5 * 1024 * 1024
_WRONG = 422
_ASKED = ("regime", "kind", "destination")


@require_http_methods(["GET", "HEAD", "POST"])
@told
def begin(request: HttpRequest) -> HttpResponse:
    """Ask what for, and begin; a POST may name an earlier application to copy."""
    person = person_of(request)
    if not may(person, "application.create", person.organisation):
        return refuse(
            request, HTTPStatus.FORBIDDEN, say("desk.pages.new.not_yours", lang_of(request))
        )
    if request.method == "POST":
        form = _copied(request) or _started(request)
        return redirect(asked_once.begun(person, request.POST.get("key", ""), form))
    return _page(request)


@require_http_methods(["POST"])
@told
def carried_in(request: HttpRequest) -> HttpResponse:
    """A workbook or a JSON document becomes a draft, with everything that it says."""
    try:
        draft = services.new(person_of(request), _read(request.FILES.get("file")), "page")
    except InputError as error:
        return _page(request, error)
    return redirect("check", draft.pk)


@require_safe
def template(request: HttpRequest, regime: str) -> HttpResponse:
    """The empty workbook of a regime, in the reader's language."""
    if regime not in _codes("regime"):
        raise Http404
    name = f"monazite-application-{regime}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(
        empty_workbook(lang_of(request), regime), content_type=XLSX, headers=headers
    )


def _read(sent: UploadedFile[bytes] | None) -> Form:
    if sent is None or sent.name is None:
        raise InputError("file", "", ".xlsx, .json", "file_missing")
    if sent.size is None or sent.size > _FILE_MAX:
        most = _FILE_MAX // 1024**2
        raise InputError("file", sent.name, f"≤ {most} MB", "file_large", most=most)
    data = sent.read()
    return read_json(data) if sent.name.lower().endswith(".json") else read_xlsx(data)


def _page(request: HttpRequest, error: MonaziteError | None = None) -> HttpResponse:
    context = {
        "regimes": _codes("regime"),
        "kinds": _codes("kind"),
        "key": asked_once.key(),
        "message": words(error, lang_of(request)) if error else "",
    }
    return render(request, "pages/new.html", context, status=_WRONG if error else 200)


def _codes(name: str) -> tuple[str, ...]:
    field = sections()["application"].field(name)
    return choices(field) if field else ()


def _started(request: HttpRequest) -> Form:
    said = {name: text for name in _ASKED if (text := request.POST.get(name, "").strip())}
    return blank() | {"application": said}


def _copied(request: HttpRequest) -> Form | None:
    """The earlier application without its papers: each application brings its own."""
    ident = request.POST.get("copy_of")
    if not ident:
        return None
    return dict(found(request, asked_once.ident(ident)).form) | {"papers": [], "claims": []}
