"""The steps of a draft: shown, saved whole without JavaScript, rows added and removed."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from monazite.catalogue.countries import countries
from monazite.desk.applications import services
from monazite.desk.applications.errors import Conflict
from monazite.desk.applications.models import Application
from monazite.desk.applications.typed import paths
from monazite.desk.pages.form import sent
from monazite.desk.pages.form.acts import done
from monazite.desk.pages.form.clashes import Refusal, refusal
from monazite.desk.pages.form.filed_papers import uploads
from monazite.desk.pages.form.proof import proof
from monazite.desk.pages.form.sheet import Sheet, step_title, step_url
from monazite.desk.pages.form.state import state
from monazite.desk.pages.form.steps import CHECK, STEPS, after, before
from monazite.desk.pages.home.rows import title
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.found import found
from monazite.desk.pages.views.told import words
from monazite.errors import InputError

_WRONG, _CLASHED = 422, 409


@require_http_methods(["GET", "HEAD", "POST"])
def form(request: HttpRequest, ident: uuid.UUID, step: str) -> HttpResponse:
    """One step of a draft."""
    application = found(request, ident)
    if step not in STEPS:
        raise Http404
    if application.state != "draft":
        return redirect("detail", ident)
    if request.method == "POST":
        return _sent(request, application, step)
    return _page(request, application, step)


def _sent(request: HttpRequest, application: Application, step: str) -> HttpResponse:
    person, ident, lang = person_of(request), application.pk, lang_of(request)
    changes: dict[str, str] = {}
    try:
        changes, version = sent.changes(request.POST), sent.version(request.POST)
        if changes:
            version = services.save(person, ident, changes, version, "page").version
        target = done(person, ident, sent.act(request.POST), version)
    except Conflict as conflict:
        told = refusal(conflict, ident, lang)
        return _page(request, _with(ident, changes), step, told, _CLASHED)
    except InputError as error:
        told = Refusal(words(error, lang))
        return _page(request, application, step, told, _WRONG)
    return HttpResponseRedirect(target or _next(application, request.POST.get("go", ""), step))


def _with(ident: uuid.UUID, changes: dict[str, str]) -> Application:
    """The draft as it lies now, with what this page brought: shown, not saved."""
    application = Application.objects.select_related("organisation").get(pk=ident)
    known = {path: text for path, text in changes.items() if _fits(application.form, path)}
    application.form = paths.with_values(application.form, known)
    return application


def _fits(form: dict[str, Any], path: str) -> bool:
    try:
        where = paths.place(path)
    except InputError:
        return False
    return where.row is None or where.row < len(form.get(where.section, []))


def _next(application: Application, go: str, step: str) -> str:
    return step_url(application, go if go in {*STEPS, CHECK} else step)


def _page(
    request: HttpRequest,
    application: Application,
    step: str,
    told: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    lang = lang_of(request)
    sheet = Sheet(application, lang)
    number = sent.number(request.GET.get("page") or request.POST.get("page"), 1)
    blocks = sheet.blocks(step, number)
    context = {
        **state(sheet, step, number, blocks),
        "application": application,
        "name": title(application, lang),
        "title": step_title(step, lang),
        "base": sent.base(blocks),
        "before": before(step),
        "after": after(step),
        "refusal": told,
        "countries": _countries(lang),
        "about": f"licensing.about.{step}",
        "uploads": uploads(sheet) if step == "papers" else None,
        "proof": proof(sheet.checked.application, lang) if step == "civil_use" else None,
    }
    return render(request, "pages/form/page.html", context, status=status)


def _countries(lang: str) -> list[tuple[str, str]]:
    named = [(c.iso2, c.name_zh if lang == "zh" else c.name_en) for c in countries().values()]
    return sorted(named, key=lambda each: each[0])
