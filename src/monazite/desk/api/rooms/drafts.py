"""Drafts are saved whole or field by field; what two wrote is answered with both."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from monazite.desk.api import tell
from monazite.desk.api.callers import VIA, acting
from monazite.desk.api.language import language
from monazite.desk.api.operations import APPLICATION_FAULTS, operation
from monazite.desk.api.shapes.applications import SavedShape
from monazite.desk.api.shapes.changes import ChangesShape
from monazite.desk.api.shapes.form import FormShape, typed
from monazite.desk.api.versions import etag, version_of
from monazite.desk.applications.services import Saved, save, save_form


@operation(
    "PUT", "/applications/{uuid:ident}/form", SavedShape,
    action="application.save", faults=APPLICATION_FAULTS, versioned=True,
)  # fmt: skip
def put_form(
    request: HttpRequest,
    response: HttpResponse,
    ident: UUID,
    body: FormShape,  # type: ignore[valid-type]  # made from the table of fields
) -> SavedShape:
    """Replace the draft's form; 409 with both where somebody changed it since your version."""
    done = save_form(acting(request), ident, typed(body), version_of(request), VIA)
    return _saved(request, response, done)


@operation(
    "PATCH", "/applications/{uuid:ident}/form", SavedShape,
    action="application.save", faults=APPLICATION_FAULTS, versioned=True,
)  # fmt: skip
def patch_form(
    request: HttpRequest, response: HttpResponse, ident: UUID, body: ChangesShape
) -> SavedShape:
    """Put values into fields; 409 with both where somebody changed the same ones.

    A path is that of a finding: `contract.number`, `lines[0].quantity` (rows from 0; the row after
    the last one is made). Changes of other fields by others are kept.
    """
    done = save(acting(request), ident, body.changes, version_of(request), VIA)
    return _saved(request, response, done)


def _saved(request: HttpRequest, response: HttpResponse, done: Saved) -> SavedShape:
    response["ETag"] = etag(done.version)
    return tell.saved(done, language(request))
