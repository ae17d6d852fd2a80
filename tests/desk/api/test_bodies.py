"""JSON and multipart bodies of strangers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from support.api_calls import Program


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"{", "json"),
        (b"\xff\xfe", "json"),
        (b'{"a": NaN}', "json"),
        (b'{"a": -Infinity}', "json"),
        (b'{"a": 1, "a": 2}', "json"),
        (b"[" * 100_000, "json"),
        (b'{"a":' * 5_000 + b"1" + b"}" * 5_000, "json"),
        (b'{"application": {"months": ' + b"9" * 5_000 + b"}}", "json"),
    ],
)
@pytest.mark.parametrize("path", ["/precheck", "/applications"])
def test_what_is_no_json_is_400(signatory: Program, path: str, body: bytes, code: str) -> None:
    answer = signatory.post(path, body)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, code)


@pytest.mark.parametrize(
    ("form", "field", "accepted"),
    [
        ([], "", "object"),
        ("x", "", "object"),
        ({"nothing": {}}, "nothing", "no such key"),
        ({"lines": {}}, "lines", "list"),
        ({"lines": [[]]}, "lines[0]", "object"),
        ({"contract": None}, "contract", "object"),
        ({"contract": {"colour": "red"}}, "contract.colour", "no such key"),
        ({"lines": [{}, {"quantity": 12.5}]}, "lines[1].quantity", "a number as text"),
        ({"lines": [{"quantity": 12}]}, "lines[0].quantity", "a number as text"),
        ({"product_tree": [{"loss": True}]}, "product_tree[0].loss", "a number as text"),
        ({"application": {"months": 12.5}}, "application.months", "a number as text"),
        ({"application": {"months": 10**15}}, "application.months", "a number as text"),
        ({"application": {"months": True}}, "application.months", "a number as text"),
        ({"end_use": {"military": 1}}, "end_use.military", "text"),
        ({"contract": {"number": 7}}, "contract.number", "text"),
        ({"contract": {"number": "a\0b"}}, "contract.number", "NUL"),
        ({"contract": {"number": "\ud800"}}, "contract.number", "halves"),
        ({"contract": {"number": "x" * 20_001}}, "contract.number", "at most"),
        ({"contract": {"\ud800": "x"}}, "contract", "halves"),
    ],
)
@pytest.mark.parametrize("path", ["/precheck", "/applications"])
def test_a_form_of_another_shape_is_422_with_its_place(
    signatory: Program, path: str, form: object, field: str, accepted: str
) -> None:
    answer = signatory.post(path, form)
    error = answer.json()["error"]
    assert (answer.status_code, error["code"], error["field"]) == (422, "unusable", field)
    assert accepted in error["accepted"]


def test_every_value_that_cannot_be_used_is_named(signatory: Program) -> None:
    form = {"nothing": 1, "lines": [{"quantity": 1.5, "value": 2, "hs": 8505}]}
    problems = signatory.post("/precheck", form).json()["error"]["problems"]
    assert {each["field"] for each in problems} == {
        "nothing",
        "lines[0].quantity",
        "lines[0].value",
        "lines[0].hs",
    }


def test_a_long_value_is_cut(signatory: Program) -> None:
    answer = signatory.post("/precheck", {"contract": {"number": "\0" + "x" * 5_000}})
    assert len(answer.json()["error"]["value"]) < 300


@pytest.mark.parametrize(
    "changes",
    [
        {},
        [],
        {"colour": "red"},
        {"lines.quantity": "1"},
        {"contract[0].number": "1"},
        {"contract.number\n": "1"},
        {"lines[0].quantity": 1.5},
        {"contract.number": {"a": 1}},
        {f"lines[{n}].hs": "1" for n in range(501)},
        {"lines[7].hs": "1"},
        {"lines[999].hs": "1"},
        {"lines[0].hs": "1", "\ud800": "2"},
    ],
)
def test_changes_that_cannot_be_made(signatory: Program, changes: Any) -> None:
    ident = signatory.post("/applications", {}).json()["id"]
    answer = signatory.patch(f"/applications/{ident}/form", changes, 1)
    assert answer.status_code == 422
    assert signatory.get(f"/applications/{ident}").json()["version"] == 1


_BOUNDARY = "multipart/form-data; boundary=x"


@pytest.mark.parametrize(
    ("content_type", "body", "status"),
    [
        (_BOUNDARY, b"--x--\r\n", 422),
        (
            _BOUNDARY,
            b'--x\r\nContent-Disposition: form-data; name="file"\r\n\r\ntext\r\n--x--\r\n',
            422,
        ),
        (
            _BOUNDARY,
            b'--x\r\nContent-Disposition: form-data; name="other"; filename="a"\r\n\r\nt\r\n--x--\r\n',
            422,
        ),
        (
            _BOUNDARY,
            b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\nt\r\n--x--\r\n',
            422,
        ),
        ("multipart/form-data", b"--x--", 400),
        ("multipart/form-data; boundary=\xff", b"--x--", 400),
        (
            _BOUNDARY,
            b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n' * 6_000 + b"--x--\r\n",
            400,
        ),
    ],
)
@pytest.mark.parametrize("path", ["/precheck", "papers"])
def test_multipart_bodies_of_strangers(
    signatory: Program, path: str, content_type: str, body: bytes, status: int
) -> None:
    if path == "papers":
        path = f"/applications/{signatory.post('/applications', {}).json()['id']}/papers"
    answer = signatory.post(path, body, Content_Type=content_type)
    assert answer.status_code == status, answer.content


def test_two_files_at_once_are_none(signatory: Program) -> None:
    part = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\nt\r\n'
    answer = signatory.post("/precheck", part * 2 + b"--x--\r\n", Content_Type=_BOUNDARY)
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, "file")


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=201",
        "limit=x",
        "limit=1&limit=2",
        "state=nowhere",
        "destination=JPN",
        "q=%00",
        "cursor=x",
        "cursor=%ff",
        "state=" + "x" * 40,
        "q=" + "x" * 101,
        "Limit=3",
    ],
)
@pytest.mark.usefixtures("w")
def test_queries_that_cannot_be_used(signatory: Program, query: str) -> None:
    answer = signatory.get(f"/applications?{query}")
    assert answer.status_code == 422
    assert (
        answer.json()["error"]["field"] in query.lower() or answer.json()["error"]["field"] in query
    )
