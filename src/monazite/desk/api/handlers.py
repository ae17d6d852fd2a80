"""From what is raised to what is answered: every error leaves in the one shape."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from decimal import Decimal
from functools import singledispatch
from http import HTTPStatus

from django.core.exceptions import DisallowedHost, RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from ninja.errors import HttpError

from monazite.desk.api.callers import caller, scope_missing
from monazite.desk.api.faults import Fault, Problem
from monazite.desk.api.language import language
from monazite.desk.api.sizes import too_large
from monazite.desk.applications.errors import CannotBeFiled, Conflict, Refused
from monazite.desk.batches.errors import Unbalanced
from monazite.desk.cases.errors import Faulty
from monazite.desk.events.append import ChangedMeanwhile
from monazite.desk.events.prints import plain
from monazite.desk.gate.errors import CannotBeCleared, CannotBeLodged, ManifestStopped
from monazite.desk.licences.errors import Beyond
from monazite.desk.licences.reported import ReportRefused
from monazite.desk.once.services import KeyReused
from monazite.desk.people.may import Forbidden
from monazite.desk.people.models import FOREIGN, Person
from monazite.errors import InputError
from monazite.law.procedure import NotAllowed

Handler = Callable[[HttpRequest, Exception], HttpResponse]
_WITH_FINDINGS = (
    CannotBeCleared, CannotBeFiled, CannotBeLodged, Faulty, ManifestStopped, Unbalanced,
)  # fmt: skip
_MOST = 1_000
"""Findings and problems of an answer: a manifest has as many as it has lines."""
_log = logging.getLogger(__name__)


def answer(request: HttpRequest, error: Exception | type[Exception]) -> HttpResponse:
    """The answer to anything that was raised; what nobody foresaw is logged and told as 500."""
    raised = error() if isinstance(error, type) else error
    return fault_response(request, _of_scope(request, raised) or fault_of(raised))


def fault_response(request: HttpRequest, fault: Fault) -> HttpResponse:
    """The fault as JSON, in the caller's language."""
    body = json.dumps(fault.document(language(request)))
    response = HttpResponse(body, status=fault.status, content_type="application/json")
    for name, value in fault.headers.items():
        response[name] = value
    return response


def _of_scope(request: HttpRequest, error: Exception) -> Fault | None:
    """The fault of a token, where the person themselves might have done it."""
    person = caller(request)
    if not isinstance(error, Forbidden) or error.status == HTTPStatus.NOT_FOUND or person is None:
        return None
    return scope_missing(person, error.action) or _of_party(person)


def _of_party(person: Person) -> Fault | None:
    """A foreign firm knows of the application, but sees its own part alone."""
    return Fault(403, "as_party") if person.organisation.kind == FOREIGN else None


@singledispatch
def fault_of(error: Exception) -> Fault:
    """The fault that an error is to the caller."""
    _log.exception("the API failed", exc_info=error)
    return Fault(500, "internal")


@fault_of.register
def _(error: Fault) -> Fault:
    return error


@fault_of.register
def _(error: HttpError) -> Fault:
    """Ninja's own: a body that could not be read, with our fault as its cause."""
    cause = error.__cause__
    return cause if isinstance(cause, Fault) else Fault(error.status_code, "unreadable")


@fault_of.register
def _(error: InputError) -> Fault:
    problem = Problem(error.field, error.value, error.accepted)
    return Fault(422, "unusable", problems=[problem])


@fault_of.register
def _(error: Forbidden) -> Fault:
    if error.status == HTTPStatus.NOT_FOUND:
        return Fault(404, "not_found")
    return Fault(403, "forbidden", {"action": error.action})


@fault_of.register
def _(error: NotAllowed) -> Fault:
    values = {"state": error.state, "event": error.event, "allowed": ", ".join(error.allowed)}
    problem = Problem("state", error.state, ", ".join(error.allowed))
    return Fault(409, "not_allowed", values, problems=[problem])


@fault_of.register
def _(error: Refused) -> Fault:
    key = f"desk.refused.{error.code}"
    findings = error.findings[:_MOST] if isinstance(error, _WITH_FINDINGS) else ()
    conflict = error if isinstance(error, Conflict) else None
    return Fault(
        error.status, error.code, error.values, key,
        problems=_reasons(error), findings=findings, conflict=conflict,
    )  # fmt: skip


def _reasons(error: Refused) -> list[Problem]:
    """Every reason of the ledger: its code, what was asked and the most that can be."""
    if isinstance(error, ManifestStopped):
        return [
            Problem("rows", str(each["reference"]), ", ".join(map(str, each["rows"][:_MOST])))
            for each in error.unlodged[:_MOST]
        ]
    if isinstance(error, ReportRefused):
        return [Problem(code) for code in error.codes]
    if not isinstance(error, Beyond):
        return []
    return [Problem(each.code, _text(each.asked), _text(each.most)) for each in error.problems]


def _text(amount: Decimal | None) -> str:
    return "" if amount is None else str(plain(amount))


@fault_of.register
def _(_: ChangedMeanwhile) -> Fault:
    return Fault(409, "changed_meanwhile")


@fault_of.register
def _(_: KeyReused) -> Fault:
    return Fault(422, "key_reused")


@fault_of.register
def _(_: Http404) -> Fault:
    return Fault(404, "not_found")


@fault_of.register
def _(_: RequestDataTooBig) -> Fault:
    return too_large()


@fault_of.register
def _(_: DisallowedHost) -> Fault:
    return Fault(400, "host")


@fault_of.register(MultiPartParserError)
@fault_of.register(SuspiciousOperation)
@fault_of.register(UnreadablePostError)
def _(_: Exception) -> Fault:
    """A body that ends early, is no multipart, or has more parts than any form."""
    return Fault(400, "unreadable")
