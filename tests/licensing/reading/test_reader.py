from __future__ import annotations

import copy
import time
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, seed, settings

from monazite.catalogue.words import LANGS
from monazite.licensing.application import Application, Line
from monazite.licensing.fields import sections
from monazite.licensing.reading import Read, read
from monazite.licensing.reading.terms import codes as codes_of
from support.any_forms import ANYTHING, any_form, complete

pytestmark = pytest.mark.slow


def codes(found: Read) -> list[tuple[str, str]]:
    return [(each.code.removeprefix("read."), each.path) for each in found.findings]


def test_a_form_that_is_filled_in_is_read_without_a_finding() -> None:
    found = read(complete())
    assert found.findings == ()
    line = found.application.lines[1]
    assert (line.quantity, line.origin, line.form) == (Decimal("1250.5"), "JP", "ore")
    assert found.application.contract.signed_on == date(2026, 12, 1)
    assert found.application.transport[0].via == ("KR",)
    assert found.application.months == 12
    assert found.application.papers[0].secret is False


def test_nothing_typed_is_nothing_said() -> None:
    assert read({}) == read(dict.fromkeys(sections()))
    assert read({}).application == Application()


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (None, [("not_a_form", "")]),
        ([], [("not_a_form", "")]),
        ("form", [("not_a_form", "")]),
        (12, [("not_a_form", "")]),
        ({"lins": []}, [("unknown_section", "lins")]),
        ({"lines": {}}, [("not_a_list", "lines")]),
        ({"lines": "12 magnets"}, [("not_a_list", "lines")]),
        ({"lines": ["x", {}]}, [("not_a_record", "lines[0]"), ("blank_row", "lines[1]")]),
        ({"contract": []}, [("not_a_record", "contract")]),
        ({"lines": [{"qantity": "1"}]}, [("unknown_field", "lines[0].qantity")]),
        ({"lines": [{"unit": " "}]}, [("blank_row", "lines[0]")]),
        ({"claims": [{"page": "1"}] * 201}, [("too_many_rows", "claims")]),
        ({12: []}, [("unknown_section", "12")]),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_no_form_is_found(form: object, expected: list[tuple[str, str]]) -> None:
    assert codes(read(form)) == expected


def test_an_unknown_field_names_the_one_that_was_meant() -> None:
    (found,) = read({"lines": [{"qantity": "1"}]}).findings
    assert "“qantity”" in found.message("en")
    assert "quantity" in found.cure("en")


def test_all_findings_are_found_in_the_order_of_the_form() -> None:
    form = {
        "contract": {"value": "1,5"},
        "lines": [{"quantity": "x", "hs": "1" * 11}, {"origin": "Xyz"}],
        "application": {"kind": "many"},
    }
    assert codes(read(form)) == [
        ("not_a_choice", "application.kind"),
        ("too_long", "lines[0].hs"),
        ("not_a_number", "lines[0].quantity"),
        ("not_a_country", "lines[1].origin"),
        ("number_with_comma", "contract.value"),
    ]


def test_rows_keep_their_numbers_whatever_stands_between() -> None:
    found = read({"lines": [{}, "x", {"hs": "850511"}]})
    assert found.application.lines == (Line(), Line(), Line(hs="850511"))


def test_what_stands_there_but_cannot_be_read_is_not_missing() -> None:
    found = read({"lines": [{"quantity": "x"}, {}], "contract": [], "parties": {}})
    assert found.unread("lines[0].quantity")
    assert not found.unread("lines[0].value")
    assert found.unread("lines[1].value")
    assert found.unread("contract.number")
    assert found.unread("parties[0].name")
    assert not found.unread("end_use.use")
    assert read([]).unread("end_use.use")


def test_a_warning_leaves_the_text_readable() -> None:
    found = read({"parties": [{"name": "Асme"}]})
    assert codes(found) == [("mixed_script", "parties[0].name")]
    assert not found.unread("parties[0].name")


def deep(levels: int) -> Any:
    form: Any = "x"
    for _ in range(levels):
        form = [form]
    return {"lines": form}


@pytest.mark.parametrize(
    "form",
    [
        {"end_use": {"use": "x" * 1_000_001}},
        {"x" * 1_000_001: ""},
        {"claims": [{"page": "1"}] * 60_000},
        deep(10),
        deep(5_000),
    ],
    ids=["text", "key", "rows", "deep", "very deep"],
)
def test_a_form_beyond_its_bounds_is_one_finding(form: object) -> None:
    found = read(form)
    assert codes(found) == [("too_large", "")]
    assert found.application == Application()


def test_strange_fields_are_named_up_to_a_number_and_then_counted() -> None:
    found = read({"contract": {f"stray {n}": "1" for n in range(5000)}})
    assert len(found.findings) == 51
    assert found.findings[-1].code == "read.more_unknown"
    assert "4,950" in found.findings[-1].message("en")


def hostile() -> dict[str, Any]:
    """Every field of every row wrong, each in its own way."""
    form: dict[str, Any] = {
        name: [{f.name: f"q{n}z{f.name}" for f in each.fields} for n in range(each.most)]
        for name, each in sections().items()
        if each.many
    }
    form["transport"] = [{"via": ",".join(f"z{n}q{m}" for m in range(70))} for n in range(20)]
    return form


def test_hostile_forms_buy_little_work() -> None:
    # 0.5 s on one of 2 cores; nearest words for each would take 20 s.
    before = time.process_time()
    found = read(hostile())
    assert time.process_time() - before < 5
    assert len(found.findings) > 4000


@seed(20261122)
@settings(max_examples=200, deadline=None)
@given(any_form() | ANYTHING)
def test_reading_never_raises_never_changes_the_form_and_always_has_words(form: Any) -> None:
    before = copy.deepcopy(form)
    found = read(form)
    assert repr(form) == repr(before)
    for each in found.findings:
        for lang in LANGS:
            assert each.message(lang)
            assert each.cure(lang)


def texts(form: dict[str, Any]) -> list[str]:
    """Where a text stands in a known field of a record, by its path."""
    return [
        f"{at}.{field.name}"
        for name, section in sections().items()
        for at, row in rows_of(form.get(name), name, many=section.many)
        for field in section.fields
        if isinstance(row, dict) and isinstance(text := row.get(field.name), str) and codes_of(text)
    ]


def rows_of(said: Any, name: str, *, many: bool) -> list[tuple[str, Any]]:
    if not many:
        return [(name, said)]
    return [(f"{name}[{n}]", row) for n, row in enumerate(said)] if isinstance(said, list) else []


def value(found: Read, path: str) -> Any:
    section, _, name = path.partition(".")
    head, _, number = section.partition("[")
    holder: Any = found.application if head == "application" else getattr(found.application, head)
    return getattr(holder[int(number[:-1])] if number else holder, name)


@seed(20261122)
@settings(max_examples=100, deadline=None)
@given(any_form())
def test_every_text_is_read_or_found(form: dict[str, Any]) -> None:
    found = read(form)
    for path in texts(form):
        assert found.unread(path) or value(found, path) not in {None, ()}, path
