"""The steps of a draft: shown, saved whole without JavaScript, rows added and removed."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from types import MappingProxyType

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from monazite.catalogue.countries import countries
from monazite.desk.applications import services
from monazite.desk.applications.errors import Conflict
from monazite.desk.applications.models import Application
from monazite.desk.licences.changed import changed
from monazite.desk.pages.form import sent
from monazite.desk.pages.form.acts import done
from monazite.desk.pages.form.clashes import Refusal, refusal
from monazite.desk.pages.form.sheet import Sheet, step_title, step_url
from monazite.desk.pages.form.state import state, view
from monazite.desk.pages.form.steps import CHECK, STEPS, after, before
from monazite.desk.pages.home.rows import title
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.found import found
from monazite.desk.pages.views.keeping import sorted_out, with_typed
from monazite.desk.pages.wrong import words
from monazite.errors import InputError

_WRONG, _CLASHED = 422, 409
NOTHING: Mapping[str, str] = MappingProxyType({})


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
    changes = sent.changes(request.POST)
    found_in = sorted_out(changes)
    try:
        version = sent.version(request.POST)
        if found_in.good:
            version = services.save(person, ident, found_in.good, version, "page").version
        if found_in.faults:
            told = found_in.refusal(ident, lang)
            unsaved = {path: changes[path] for path in found_in.faults}
            return page(request, ident, step, told, _WRONG, unsaved)
        target = done(person, ident, sent.act(request.POST), version)
    except Conflict as conflict:
        return page(request, ident, step, refusal(conflict, ident, lang), _CLASHED, changes)
    except InputError as error:
        return page(request, ident, step, Refusal(words(error, lang)), _WRONG, changes)
    return HttpResponseRedirect(target or _next(application, request.POST.get("go", ""), step))


def page(
    request: HttpRequest,
    ident: uuid.UUID,
    step: str,
    told: Refusal,
    status: int,
    unsaved: Mapping[str, str] = NOTHING,
) -> HttpResponse:
    """The step once more, with what was refused and what was typed."""
    return _page(request, with_typed(ident, unsaved), step, told, status, unsaved)


def _next(application: Application, go: str, step: str) -> str:
    return step_url(application, go if go in {*STEPS, CHECK} else step)


def _page(
    request: HttpRequest,
    application: Application,
    step: str,
    told: Refusal | None = None,
    status: int = 200,
    unsaved: Mapping[str, str] = NOTHING,
) -> HttpResponse:
    lang = lang_of(request)
    sheet = Sheet(application, lang)
    number = sent.number(request.GET.get("page") or request.POST.get("page"), 1)
    drawn = state(sheet, step, view(sheet, step, number, sent.number(request.GET.get("row"), 0)))
    context = {
        **drawn,
        "name": title(application, lang),
        "title": step_title(step, lang),
        "changed": changed(application),
        "base": sent.base(drawn["blocks"], unsaved),
        "before": before(step),
        "after": after(step),
        "refusal": told,
        "countries": _countries(lang),
        "about": f"licensing.about.{step}",
    }
    return render(request, "pages/form/page.html", context, status=status)


def _countries(lang: str) -> list[tuple[str, str]]:
    named = [(c.iso2, c.name_zh if lang == "zh" else c.name_en) for c in countries().values()]
    return sorted(named, key=lambda each: each[0])
