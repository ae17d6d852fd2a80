"""An answer as JSON: it keeps its schema, and the schema knows every member."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema
import pytest

from monazite.shock.results.documents import document, schema
from support.shock_responses import infeasible, nothing, response

if TYPE_CHECKING:
    from monazite.shock.response.results import Response


@pytest.mark.parametrize("found", [response(), infeasible(), nothing()])
def test_a_document_has_the_shape_that_is_documented(found: Response) -> None:
    written = json.loads(json.dumps(document(found), allow_nan=False))
    jsonschema.validate(written, schema("response"))
    assert written["plan"] == [] or written["plan"][0]["unit"] == "t"


@pytest.mark.parametrize("part", ["plan", "regrets", "simulated", "futures", "course"])
def test_a_member_that_is_not_documented_is_no_answer(part: str) -> None:
    found = document(response())
    found[part][0]["more"] = 1
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(json.loads(json.dumps(found)), schema("response"))


def test_a_policy_that_there_is_not_is_no_answer() -> None:
    found = json.loads(json.dumps(document(response())))
    found["plan"][0]["way"] = "prayer"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(found, schema("response"))
