"""The application that a page is about, if its reader may know of it."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest

from monazite.desk.applications.models import Application
from monazite.desk.pages.reader import person_of
from monazite.desk.people import visible


def found(request: HttpRequest, ident: uuid.UUID) -> Application:
    """The application with its firm; Http404 where the reader may not know that there is one."""
    rows = visible.applications(person_of(request))
    application = (
        rows.select_related("organisation", "author", "supersedes", "change__licence")
        .filter(pk=ident)
        .first()
    )
    if application is None:
        raise Http404
    return application
