"""The pre-check of a form that nobody keeps."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from monazite.desk.api.forms import FORM_BODY, form_of
from monazite.desk.api.keys import keyed
from monazite.desk.api.language import language
from monazite.desk.api.operations import operation
from monazite.desk.api.said import said
from monazite.desk.api.shapes.precheck import PrecheckShape
from monazite.desk.api.tell import prechecked
from monazite.law.store import load
from monazite.licensing.precheck import Precheck
from monazite.licensing.precheck import precheck as check
from monazite.licensing.reading import read


@operation("POST", "/precheck", PrecheckShape, extra=FORM_BODY)
def precheck(request: HttpRequest) -> HttpResponse:
    """Everything for which an application with this form would come back.

    The form comes as JSON, or as the workbook of `/form/template.xlsx` in the field `file`. Nothing
    is kept but the answer, for its key. Files are not looked at: one note says so.
    """
    form = form_of(request)
    found = prechecked(_checked(form), language(request))  # before a transaction begins
    return keyed(request, said(form), lambda: found)


def _checked(form: dict[str, Any]) -> Precheck:
    law = load()
    regime = read(form).application.regime or ""
    return check(form, today=law.today(regime), law=law)
