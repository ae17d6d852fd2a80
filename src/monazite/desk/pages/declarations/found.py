"""The declaration that a page is about, if its reader may know of it."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest

from monazite.desk.gate.listing import known
from monazite.desk.gate.models import Declaration
from monazite.desk.pages.reader import person_of


def found(request: HttpRequest, ident: uuid.UUID) -> Declaration:
    """The declaration with its firm and offices; Http404 where the reader may not know of it."""
    rows = known(person_of(request)).filter(pk=ident)
    declaration = rows.select_related(
        "organisation", "office", "lodged_by__organisation", "manifest", "replaces", "successor"
    ).first()
    if declaration is None:
        raise Http404
    return declaration
