"""The licence that a page is about, if its reader may know of it."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest

from monazite.desk.licences.listing import known
from monazite.desk.licences.models import Licence
from monazite.desk.pages.reader import person_of


def found(request: HttpRequest, licence_id: uuid.UUID) -> Licence:
    """The licence; Http404 where the reader may not know that there is one."""
    licence = known(person_of(request)).filter(pk=licence_id).first()
    if licence is None:
        raise Http404
    return licence
