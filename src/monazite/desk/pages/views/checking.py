"""The last step: everything that would bounce it, a summary, and filing."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from monazite.desk.applications import services
from monazite.desk.applications.errors import CannotBeFiled, Refused
from monazite.desk.applications.models import Application
from monazite.desk.events.append import ChangedMeanwhile
from monazite.desk.licences.changed import changed
from monazite.desk.pages import asked_once
from monazite.desk.pages.form import sent
from monazite.desk.pages.form.asked_for import asked_for
from monazite.desk.pages.form.changed import weighed
from monazite.desk.pages.form.filed_papers import loose
from monazite.desk.pages.form.files import files
from monazite.desk.pages.form.sheet import Sheet
from monazite.desk.pages.form.state import beside
from monazite.desk.pages.form.steps import CHECK
from monazite.desk.pages.home.rows import title
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.found import found
from monazite.desk.pages.views.told import told
from monazite.desk.people.may import may
from monazite.errors import MonaziteError
from monazite.law.procedure import NotAllowed
from monazite.licensing.split import split

_BOUNCES = 422
_OF_CHANGES = frozenset({"change_key", "change_nothing"})
"""What keeps the change of a licence from being filed: the page says it field by field."""


@require_safe
@told
def check(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """All findings, and the way to file."""
    application = found(request, ident)
    if application.state != "draft":
        return redirect("detail", ident)
    return _page(request, application)


@require_POST
@told
def file(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """File what the page showed; a second click finds what the first one did."""
    person, version = person_of(request), sent.version(request.POST)

    def perform() -> Application:
        return services.file(person, ident, version, "page")

    asked: dict[str, object] = {"file": str(ident), "version": version}
    try:
        given = request.POST.get("key", "")
        return redirect(asked_once.done(person, given, asked, perform, "receipt"))
    except (NotAllowed, ChangedMeanwhile):
        if found(request, ident).reference is None:
            raise
        return redirect(f"{reverse('receipt', args=[ident])}?already")
    except CannotBeFiled as error:
        return _page(request, found(request, ident), error, _BOUNCES)
    except Refused as error:
        if error.code not in _OF_CHANGES:
            raise
        return _page(request, found(request, ident), error, _BOUNCES)


def _page(
    request: HttpRequest,
    application: Application,
    refusal: MonaziteError | None = None,
    status: int = 200,
) -> HttpResponse:
    lang = lang_of(request)
    sheet = Sheet(application, lang)
    context = {
        "application": application,
        "name": title(application, lang),
        "step": CHECK,
        "changed": changed(application),
        "weighed": weighed(application, lang),
        **beside(sheet),
        "rulings": sheet.rulings if sheet.needless else (),
        "loose": loose(files(application)),
        "asked_for": asked_for(sheet.checked.application, lang),
        "version": application.version,
        "key": asked_once.key(),
        "may_file": may(person_of(request), "application.file", application),
        "pieces": len(split(application.form)) if application.supersedes_id is None else 1,
        "refusal": refusal,
    }
    return render(request, "pages/check.html", context, status=status)
