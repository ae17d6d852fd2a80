"""The API as one object: its operations, how it reads JSON, how it answers errors."""

from __future__ import annotations

from types import ModuleType
from typing import Any, NoReturn

from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError, ValidationErrorContext

from monazite.desk.api.faults import Fault
from monazite.desk.api.handlers import answer
from monazite.desk.api.json_bodies import JsonParser
from monazite.desk.api.operations import router
from monazite.desk.api.renderer import ExactRenderer
from monazite.desk.api.rooms import ROOMS
from monazite.desk.api.unusable import problems

_ABOUT = """Applications to let strategic goods leave: written, pre-checked, filed and followed by
program. Every value of a form is text as typed; decimals are exact because they are never JSON
numbers. Every POST carries an `Idempotency-Key`, a declaration its own reference in its place;
every error has one shape."""


class Api(NinjaAPI):
    """Ninja with one shape of errors."""

    def validation_error_from_error_contexts(
        self, error_contexts: list[ValidationErrorContext[Any]]
    ) -> NoReturn:
        """Everything that cannot be used in one fault."""
        raise Fault(422, "unusable", problems=problems(error_contexts))


def build() -> NinjaAPI:
    """The API; its interactive page is off, because the site's CSP allows no script of others."""
    api = Api(
        title="Monazite desk",
        version="1",
        description=_ABOUT,
        docs_url=None,
        openapi_url=None,
        parser=JsonParser(),
        renderer=ExactRenderer(),
        openapi_extra={"tags": [_tag(room) for room in ROOMS]},
        urls_namespace="api",
    )
    api.add_router("", router)
    for error in (Exception, HttpError, ValidationError):
        api.add_exception_handler(error, answer)
    return api


def _tag(room: ModuleType) -> dict[str, str]:
    return {"name": room.__name__.rpartition(".")[2], "description": room.__doc__ or ""}


api = build()
