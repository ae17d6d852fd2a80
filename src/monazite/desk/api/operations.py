"""An operation of the API: its address, what it asks of its caller and what it answers, said once.

Every 4xx that follows from what an operation is (a token, a scope, a key, a body, a query) is put
into the OpenAPI document here; an operation itself names only what its subject adds.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpRequest
from ninja import Router

from monazite.desk.api.callers import Bearer, scope_of
from monazite.desk.api.faults import Fault, Problem
from monazite.desk.api.keys import KEY_PARAMETER
from monazite.desk.api.shapes.fault import FaultShape
from monazite.desk.api.versions import VERSION_PARAMETER

router = Router()
View = TypeVar("View", bound=Callable[..., Any])

APPLICATION_FAULTS = (403, 404, 409)
"""What every step of an application can meet: not allowed, not known, not now."""
_BODY_FAULTS = (400, 415)
"""No JSON, or another content type."""
_SIZE_FAULTS = (411, 413)
"""A length that is not said or too large, of whatever could carry a body."""


def operation(
    method: str,
    path: str,
    answer: Any,  # noqa: ANN401 - a pydantic type, as ninja takes it
    *,
    action: str | None = None,
    status: int = 200,
    faults: Collection[int] = (),
    versioned: bool = False,
    own_key: bool = False,
    extra: dict[str, Any] | None = None,
) -> Callable[[View], View]:
    """Register a function as the operation of its name; action: of `people.actions`.

    own_key: its body says by what a repeated request is known, and no header does.
    """
    keyed = method == "POST" and not own_key
    parameters = [KEY_PARAMETER] * keyed + [VERSION_PARAMETER] * versioned
    scope = scope_of(action) if action else ""
    document = {"parameters": parameters, "x-scope": scope, **(extra or {})}

    def register(view: View) -> View:
        codes = sorted({*_own_faults(method, document, view), *faults})
        said = inspect.cleandoc(view.__doc__ or "")
        router.api_operation(
            [method],
            path,
            auth=Bearer(action),
            response={status: answer} | dict.fromkeys(codes, FaultShape),
            operation_id=view.__name__,
            url_name=view.__name__,
            summary=said.partition("\n")[0],
            description=_with_scope(said, scope),
            tags=[view.__module__.rpartition(".")[2]],
            openapi_extra=document,
        )(_checked(view))
        return view

    return register


def _own_faults(method: str, document: dict[str, Any], view: Callable[..., Any]) -> set[int]:
    """What follows from what it is: no token, no scope, unknown query keys, headers, a body."""
    codes = {401, 422}
    if document["x-scope"]:
        codes.add(403)
    if document["parameters"]:
        codes.add(400)
    if method != "GET":
        codes |= set(_SIZE_FAULTS)
    if "requestBody" in document or "body" in inspect.signature(view).parameters:
        codes |= set(_BODY_FAULTS)
    return codes


def _with_scope(said: str, scope: str) -> str:
    return f"{said}\n\n" + (f"Scope: `{scope}`." if scope else "Any token.")


def _checked(view: Callable[..., Any]) -> Callable[..., Any]:
    """The view behind the refusal of query keys that it does not have."""

    @wraps(view)
    def checked(request: HttpRequest, **values: Any) -> Any:  # noqa: ANN401 - as ninja calls it
        query = values.get("query")
        _no_other_keys(request, set(type(query).model_fields) if query else set())
        return view(request, **values)

    # Ninja would look the annotations up in this module.
    checked.__signature__ = inspect.signature(view, eval_str=True)  # type: ignore[attr-defined]
    return checked


def _no_other_keys(request: HttpRequest, known: set[str]) -> None:
    accepted = ", ".join(sorted(known))
    problems = [
        Problem(name, values[-1], accepted)
        for name, values in request.GET.lists()
        if name not in known or len(values) > 1
    ]
    if problems:
        raise Fault(422, "unusable", problems=problems)
