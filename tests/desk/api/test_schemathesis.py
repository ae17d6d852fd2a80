"""What a machine finds that tries everything the OpenAPI document allows, and what it forbids."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, seed, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from monazite.desk.api.document import document
from monazite.desk.applications import services
from monazite.desk.wsgi import application
from support.api_calls import Program, new_key
from support.papers import PDF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.offices import World

SEED = 20261122
_JSON, _FILES = "application/json", "multipart/form-data"
_NO_CHARACTERS = "".join(
    chr(plane + last) for plane in range(0x10000, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
_UNSEEN = re.compile(f"[\U000e0000-\U000e01ef{_NO_CHARACTERS}]")
"""What no text may hold, but after an ideograph: the document's patterns end at the first plane."""

api = schemathesis.openapi.from_dict(document())
api.app = application


@pytest.fixture(autouse=True)
def _connections_stay_open() -> Iterator[None]:
    """A server closes its connections behind a request; the test's transaction lives in one."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.slow
@api.parametrize()
@seed(SEED)
@settings(
    max_examples=10,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_as_the_document_says(case: Any, w: World, signatory: Program) -> None:
    _point_at_something(case, w)
    excluded = [positive_data_acceptance] if _depends_on_more(case) else []
    case.call_and_validate(headers=signatory.headers, excluded_checks=excluded)


def _point_at_something(case: Any, w: World) -> None:
    """Ids of a draft, its version, a new key: wherever the generated ones could be used."""
    if re.fullmatch("[0-9a-f-]{36}", str(case.path_parameters.get("ident", ""))):
        draft = services.new(w.signatory, {"lines": [{"description": "Magnets"}]}, "api")
        paper = services.upload(w.signatory, draft.pk, "a.pdf", _stream(), False, "api")  # noqa: FBT003
        of_paper = case.operation.path.startswith("/api/v1/papers/")
        case.path_parameters["ident"] = str(paper.pk if of_paper else draft.pk)
    for name, pattern, value in (
        ("Idempotency-Key", "[!-~]{1,100}", new_key()),
        ("If-Match", '"?[0-9]{1,9}"?', '"1"'),
    ):
        if re.fullmatch(pattern, str(case.headers.get(name, ""))):
            case.headers[name] = value


def _stream() -> Any:
    import io  # noqa: PLC0415

    return io.BytesIO(PDF)


def _depends_on_more(case: Any) -> bool:
    """Whether a request that fits the document may still not be done: see each."""
    return (
        case.operation.definition.raw["operationId"]
        in {
            "file_application",  # an empty draft has faults
            "patch_form",  # a row must be there, or be the next one
            "lodge_declaration",  # an exporter that is named is the sender's own firm
            "precheck_declaration",  # likewise
            "amend_declaration",  # likewise
            "lodge_manifest",  # likewise, and a reference is printable
            "report_usage",  # amounts and instants are text, so that each fault is told in words
            "take_snapshot",  # likewise
            "get_usage",  # days that there were, the first one first
        }
        or case.media_type == _FILES  # what a file holds is said by no schema
        or _UNSEEN.search(json.dumps(case.body, ensure_ascii=False, default=str)) is not None
        or "cursor" in (case.query or {})  # a cursor comes from the page before
    )
