"""The trade secrets of a form, opened by those who are named for it."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from monazite.desk.applications import services
from monazite.desk.pages.detail.answers import answers
from monazite.desk.pages.reader import lang_of, person_of
from monazite.desk.pages.views.told import told


@require_POST
@told
def secrets(request: HttpRequest, ident: uuid.UUID) -> HttpResponse:
    """The whole form; POST, because the opening stands in the log."""
    application = services.open_secrets(person_of(request), ident, "page")
    told_in_full = answers(application.form, lang_of(request), ("parties", "lines"))
    context = {"application": application, "answers": told_in_full}
    return render(request, "pages/secrets.html", context)
