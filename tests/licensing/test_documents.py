from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, seed
from hypothesis import strategies as st

from monazite.errors import InputError
from monazite.licensing import documents
from monazite.licensing.documents import check_texts, read_json, write_json
from support.any_forms import complete, kept_form


def test_a_form_is_read_as_it_was_written() -> None:
    assert read_json(write_json(complete())) == complete()


def test_text_stays_as_it_was_typed() -> None:
    form = {"lines": [{"quantity": "0012.50", "description": " 磁体\r\n\u202e "}]}
    assert read_json(write_json(form)) == form
    assert "磁体" in write_json(form).decode()


def test_a_mark_before_the_text_is_no_fault() -> None:
    assert read_json(b"\xef\xbb\xbf{}") == {}


def test_numbers_that_lose_nothing_are_left_to_the_reading() -> None:
    assert read_json(b'{"a": 12, "b": 12.5, "c": 1e2}') == {"a": 12, "b": 12.5, "c": 100.0}


@pytest.mark.parametrize(
    ("data", "value", "accepted"),
    [
        (b"\xff\xfe{}", "byte 1", "UTF-8"),
        (b"{", "line 1, column 2", "JSON"),
        (b"", "line 1, column 1", "JSON"),
        (b'{"a":\n "x" "y"}', "line 2, column 6", "JSON"),
        (b"[]", "list", "one JSON object"),
        (b'"x"', "str", "one JSON object"),
        (b"null", "NoneType", "one JSON object"),
        (b'{"lines": [], "parties": [], "lines": []}', "lines", "once"),
        (b'{"lines": [{"value": "1", "value": "2"}]}', "value", "once"),
        (b'{"a": NaN}', "NaN", "quotation marks"),
        (b'{"a": -Infinity}', "-Infinity", "quotation marks"),
        (b'{"a": 1e999}', "1e999", "keeps its digits"),
        (b'{"a": 0.1000000000000000055}', "0.1000000000000000055", "keeps its digits"),
        (b'{"a": 1e-99999999999999999999}', "1e-99999999999999999999", "keeps its digits"),
        (b'{"a": ' + b"9" * 5000 + b"}", "9" * 59 + "…", "keeps its digits"),
        (b'{"a": "x\\u0000y"}', "U+0000", "x<U+0000>y"),
        (b'{"x\\u0000y": "a"}', "U+0000", "without this character"),
        (b'{"a": "\\ud800"}', "U+D800", "without this character"),
        (b'{"a":' * 20 + b"1" + b"}" * 20, "levels", "in each other"),
        (b"[" * 100_000, "…", "in each other"),
        (b" " * 8_000_001, "8,000,001 bytes", "at most 8,000,000"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_no_document_of_ours_is_refused(data: bytes, value: str, accepted: str) -> None:
    with pytest.raises(InputError) as refused:
        read_json(data)
    assert refused.value.field == "form"
    assert value in refused.value.value
    assert accepted in refused.value.accepted


def test_a_form_made_in_code_is_checked_too() -> None:
    check_texts(complete())
    with pytest.raises(InputError, match="U\\+0000"):
        check_texts({"lines": [{"description": "\x00"}]})


def test_the_deepest_is_deep_enough_for_any_form() -> None:
    assert documents.DEEPEST > 3


@seed(20261122)
@given(st.binary(max_size=60))
def test_any_bytes_are_a_form_or_an_input_error(data: bytes) -> None:
    try:
        form = read_json(data)
    except InputError:
        return
    assert json.loads(write_json(form)) == form


@seed(20261122)
@given(kept_form())
def test_any_form_comes_back(form: dict[str, Any]) -> None:
    assert read_json(write_json(form)) == form
