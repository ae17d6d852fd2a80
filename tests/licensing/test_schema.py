from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from hypothesis import given, seed, settings

from monazite.licensing.reading import read
from monazite.licensing.schema import schema
from support.any_forms import any_form, complete

VALIDATOR = jsonschema.Draft202012Validator(schema())
OF_SHAPE = {
    f"read.{code}"
    for code in (
        "not_a_form",
        "not_a_list",
        "not_a_record",
        "not_text",
        "too_large",
        "number_not_text",
        "too_long",
        "too_many_rows",
        "unknown_field",
        "unknown_section",
    )
}


def of_shape(form: object) -> set[str]:
    return {each.code for each in read(form).findings} & OF_SHAPE


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def test_a_form_that_is_filled_in_fits() -> None:
    assert VALIDATOR.is_valid(complete())
    assert VALIDATOR.is_valid({})


@pytest.mark.parametrize(
    "form",
    [
        [],
        {"lins": []},
        {"lines": {}},
        {"lines": ["x"]},
        {"lines": [{"colour": "red"}]},
        {"lines": [{"quantity": 12.5}]},
        {"lines": [{"quantity": ["12.5"]}]},
        {"lines": [{}] * 201},
        {"contract": {"number": "x" * 101}},
        {"end_use": {"military": 1}},
    ],
    ids=str,
)
def test_what_does_not_fit_is_also_found_in_reading(form: object) -> None:
    assert not VALIDATOR.is_valid(form)
    assert of_shape(form)


@pytest.mark.slow
@seed(20261122)
@settings(max_examples=150, deadline=None)
@given(any_form())
def test_the_schema_and_the_reading_agree_on_shape(form: dict[str, Any]) -> None:
    assert VALIDATOR.is_valid(form) == (not of_shape(form))
