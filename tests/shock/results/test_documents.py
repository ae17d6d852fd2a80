"""An outcome as JSON: its schema, and what is null."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from monazite.errors import InputError
from monazite.shock.results.comparison import compared
from monazite.shock.results.documents import RESULTS, document, schema
from monazite.shock.results.of_run import outcome
from support.shock_cases import case, short_of_stocks

FOLDER = Path(__file__).parents[3] / "docs" / "reference" / "schemas"


def _nobody(_: int) -> None:
    """Nobody is told."""


@pytest.mark.parametrize("name", ["stop", "licences", "ways round"])
def test_a_document_has_the_shape_that_is_documented(name: str) -> None:
    found = document(outcome(case(name), short_of_stocks(), 2, 0, _nobody))
    written = json.dumps(found, allow_nan=False)
    jsonschema.validate(json.loads(written), schema("outcome"))
    assert {"months", "halts", "prices", "losses", "parameters_hash"} <= found.keys()
    month = found["months"][2]
    assert month["month"] == "2025-03"
    assert month["flow_t"].keys() == {"p5", "p50", "p95"}
    assert month["observed_t"] is None


def test_a_member_that_is_not_documented_is_no_outcome() -> None:
    found = document(outcome(case("quota"), short_of_stocks(), 1, 0, _nobody))
    for place in (found, found["months"][0]):
        place["more"] = 1
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(found, schema("outcome"))
        del place["more"]


def test_a_comparison_has_the_shape_that_is_documented() -> None:
    found = compared(case("ban"), case("licences"), short_of_stocks(), 2, 0, _nobody)
    jsonschema.validate(
        json.loads(json.dumps(document(found), allow_nan=False)), schema("comparison")
    )


@pytest.mark.parametrize("name", RESULTS)
def test_the_schema_in_the_documentation_is_that_of_the_code(name: str) -> None:
    """After a change of a result: tools/build_shock_schemas.py."""
    assert json.loads((FOLDER / f"shock-{name}.json").read_text(encoding="utf-8")) == schema(name)


def test_the_schema_of_something_else_is_refused() -> None:
    with pytest.raises(InputError, match="did you mean 'outcome'"):
        schema("outcomes")
