"""A manifest is handed in: a file, how it is to be answered, and the template to fill in."""

from __future__ import annotations

from http import HTTPStatus

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from monazite.catalogue.texts import say
from monazite.desk.applications.errors import Refused
from monazite.desk.cases.queue.sheets import XLSX, as_csv, as_xlsx
from monazite.desk.gate.errors import ManifestStopped
from monazite.desk.gate.manifest_source import Source, from_file
from monazite.desk.gate.services.manifests import lodge_manifest
from monazite.desk.pages.manifests.template import as_json, table
from monazite.desk.pages.manifests.unlodged import unlodged
from monazite.desk.pages.manifests.views import listed
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.posted import posted
from monazite.desk.pages.wrong import words
from monazite.desk.people.may import require
from monazite.errors import InputError

_VIA = "page"
_FILE_MAX = 64 * 1024 * 1024
_KINDS = ".csv, .xlsx, .json"


@posted(lambda: reverse("manifests"))
def lodge(request: HttpRequest) -> HttpResponse:
    """Lodge it; what stops it is told row by row, and the file is chosen again."""
    person, lang = person_of(request), lang_of(request)
    require(person, "manifest.lodge", person.organisation)
    try:
        source = _source(request)
        made = lodge_manifest(person, source, request.POST.get("mode", ""), _VIA)
    except (Refused, InputError) as error:
        context = listed(request, words(error, lang))
        context["typed"] = request.POST.get("reference", "")
        if isinstance(error, ManifestStopped):
            context["stopped"] = unlodged(error.unlodged, lang)
        return render(
            request, "pages/manifests/list.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY
        )
    return redirect("manifest", made.pk)


def _source(request: HttpRequest) -> Source:
    sent: UploadedFile[bytes] | None = request.FILES.get("file")
    if sent is None or sent.name is None:
        raise InputError("file", "", _KINDS, "file_missing")
    if sent.size is None or sent.size > _FILE_MAX:
        most = _FILE_MAX // 1024**2
        raise InputError("file", sent.name, f"≤ {most} MB", "manifest_large", most=most)
    return from_file(request.POST.get("reference", "").strip(), sent.name, sent.read())


@require_safe
def template(request: HttpRequest, kind: str) -> HttpResponseBase:
    """The file to fill in, with a row of the firm's own."""
    person = person_of(request)
    require(person, "manifest.lodge", person.organisation)
    headers = {"Content-Disposition": f'attachment; filename="manifest.{kind}"'}
    if kind == "csv":
        rows = as_csv(table(person))
        return StreamingHttpResponse(rows, content_type="text/csv; charset=utf-8", headers=headers)
    if kind == "xlsx":
        book = as_xlsx(say("desk.pages.nav.manifests", lang_of(request)), table(person))
        return HttpResponse(book, content_type=XLSX, headers=headers)
    if kind == "json":
        return HttpResponse(as_json(person), content_type="application/json", headers=headers)
    raise Http404
