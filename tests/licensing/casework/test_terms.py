"""The terms of a licence: what follows from the application, and never more than was asked."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monazite.catalogue.texts import LANGS, keys
from monazite.law.finding import ERROR, NOTE
from monazite.licensing.application import Application, Line
from monazite.licensing.casework.terms import Terms, read, suggest
from monazite.licensing.regime import regime

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.licensing.findings import Finding

CN = regime("CN")
ON = date(2026, 11, 23)
LINES = (
    Line(quantity=Decimal("1200.5"), unit="kg", value=Decimal(90000), currency="CNY"),
    Line(quantity=Decimal(40), unit="piece", value=Decimal(8000), currency="CNY"),
)
SINGLE = Application(regime="CN", kind="single", months=6, lines=LINES)
GENERAL = replace(SINGLE, kind="general", months=36)


def _document(application: Application = SINGLE) -> dict[str, Any]:
    return suggest(application, CN, ON).document()


def _read(
    document: object, application: Application = SINGLE
) -> tuple[Terms | None, tuple[Finding, ...]]:
    return read(document, application, CN, ON)


def test_a_single_licence_is_for_one_use_within_the_time_asked() -> None:
    terms = suggest(SINGLE, CN, ON)
    assert (terms.valid_from, terms.valid_until) == (ON, date(2027, 5, 22))
    assert [line.number for line in terms.lines] == [1, 2]
    first = terms.lines[0]
    assert (first.controlled_by, first.uses_max) == ("both", 1)
    assert (first.quantity, first.value) == (Decimal("1200.5"), Decimal(90000))


def test_a_general_licence_is_bounded_by_quantity_for_any_number_of_uses() -> None:
    first = suggest(GENERAL, CN, ON).lines[0]
    assert (first.controlled_by, first.uses_max, first.value) == ("quantity", None, None)


@pytest.mark.parametrize(
    ("kind", "months", "until"),
    [
        ("single", 6, date(2027, 5, 22)),
        ("single", 60, date(2027, 11, 22)),
        ("single", None, date(2027, 11, 22)),
        ("general", 36, date(2029, 11, 22)),
        ("general", 60, date(2029, 11, 22)),
        ("voucher", None, date(2027, 5, 22)),
    ],
)
def test_no_licence_runs_longer_than_its_kind_may(
    kind: str, months: int | None, until: date
) -> None:
    application = replace(SINGLE, kind=kind, months=months)
    assert suggest(application, CN, ON).valid_until == until


@pytest.mark.parametrize(
    ("kind", "last"), [("single", date(2027, 11, 23)), ("general", date(2029, 11, 23))]
)
def test_no_licence_begins_later_than_its_longest_term(kind: str, last: date) -> None:
    application = replace(SINGLE, kind=kind, months=6)
    for start, found in ((last, []), (last + timedelta(1), ["terms.begins_too_late"])):
        document = suggest(application, CN, start).document()
        terms, findings = _read(document, application)
        assert [each.code for each in findings] == found
        assert (terms is None) == bool(found)


def test_a_line_is_bounded_by_what_the_application_says_of_it() -> None:
    application = replace(SINGLE, lines=(replace(LINES[0], value=None),))
    (line,) = suggest(application, CN, ON).lines
    assert (line.controlled_by, line.quantity, line.value) == ("quantity", Decimal("1200.5"), None)


@pytest.mark.parametrize("name", ["CN", "generic"])
@pytest.mark.parametrize("kind", ["single", "general", "voucher"])
def test_what_is_suggested_can_be_granted(name: str, kind: str) -> None:
    application = replace(SINGLE, regime=name, kind=kind)
    terms = suggest(application, regime(name), ON)
    sent = json.loads(json.dumps(terms.document()))
    assert read(sent, application, regime(name), ON) == (terms, ())


def test_less_may_be_granted_and_conditions_added() -> None:
    document = _document(GENERAL)
    document["lines"] = [
        {"number": "2", "controlled_by": "quantity", "quantity": "10", "sub_period_days": "30",
         "sub_period_quantity": "4.5", "uses_max": "12"}
    ]  # fmt: skip
    document["conditions"] = [
        "Report arrival within 30 days.",
        "",
        "Report arrival within 30 days.",
    ]
    terms, (note,) = _read(document, GENERAL)
    assert (note.code, note.severity) == ("terms.line_left_out", NOTE)
    assert terms is not None
    (line,) = terms.lines
    assert line.uses_max == 12
    assert (line.quantity, line.sub_period_quantity) == (Decimal(10), Decimal("4.5"))
    assert terms.conditions == ("Report arrival within 30 days.",)


def _first(**fields: str | None) -> dict[str, Any]:
    document = _document()
    document["lines"][0] |= fields
    return document


def _with(**fields: object) -> dict[str, Any]:
    return _document() | fields


WRONG: Mapping[str, Any] = {
    "shape": ["no mapping"],
    "key_unknown": _with(port="Ningbo"),
    "day_missing": _with(valid_from=None),
    "before_decision": _with(valid_from="2026-11-22", valid_until="2027-05-01"),
    "begins_too_late": _with(valid_from="2027-11-24", valid_until="2028-01-01"),
    "ends_before_it_begins": _with(valid_until="2026-11-22"),
    "too_long": _with(valid_until="2027-05-23"),
    "no_lines": _with(lines=[]),
    "line_unknown": _with(lines=[*_document()["lines"], {"number": "3"}]),
    "line_twice": _with(lines=[_document()["lines"][n] for n in (0, 1, 1)]),
    "control_unknown": _first(controlled_by="open"),
    "amount_missing": _first(quantity=None),
    "not_positive": _first(quantity="0"),
    "more_than_asked": _first(quantity="1200.500001"),
    "part_over_whole": _first(sub_period_days="30", sub_period_value="90000.01"),
    "too_many_uses": _first(uses_max="2"),
    "sub_period_incomplete": _first(sub_period_days="30"),
    "sub_period_too_long": _first(sub_period_days="200", sub_period_quantity="1"),
    "conditions_shape": _with(conditions="be good"),
}


@pytest.mark.parametrize("code", WRONG)
def test_terms_that_cannot_be_granted(code: str) -> None:
    terms, found = _read(WRONG[code])
    assert terms is None
    assert [each.code for each in found if each.severity == ERROR] == [f"terms.{code}"]
    assert all(each.message(lang) and each.cure(lang) for each in found for lang in LANGS)


def test_every_finding_of_terms_is_here() -> None:
    said = {key for key in keys() if key.startswith("licensing.finding.terms.")}
    assert said == {f"licensing.finding.terms.{code}" for code in (*WRONG, "line_left_out")}


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"quantity": "1,200"}, "lines[0].quantity"),
        ({"quantity": "12 kg"}, "lines[0].quantity"),
        ({"uses_max": "-1"}, "lines[0].uses_max"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_place(fields: dict[str, str], path: str) -> None:
    terms, found = _read(_first(**fields))
    assert terms is None
    assert any(each.path == path and each.code.startswith("read.") for each in found)


def test_all_findings_are_named_at_once() -> None:
    bad = _first(quantity="9999", value="0") | {"valid_until": "soon", "conditions": ["\x00"]}
    _, found = _read(bad)
    assert {each.path for each in found} == {
        "valid_until", "lines[0].quantity", "lines[0].value", "conditions[0]",
    }  # fmt: skip


@pytest.mark.parametrize("lines", [None, "one", [None], [["1"]], [{}], [{"number": {}}]])
def test_lines_of_another_shape_are_findings(lines: object) -> None:
    terms, found = _read(_with(lines=lines))
    assert terms is None
    assert found


def test_a_document_without_end_is_answered_in_few_findings() -> None:
    strange = {f"field{n}": "1" for n in range(50_000)}
    _, found = _read(_document() | strange | {"lines": [{"number": "1"}] * 50_000})
    assert 0 < len(found) < 50


_VALUES = st.one_of(
    st.none(), st.text(max_size=5), st.integers(), st.lists(st.none(), max_size=2),
    st.decimals(0, 2000, places=3).map(str), st.dates().map(str),
)  # fmt: skip


@pytest.mark.slow
@given(
    st.dictionaries(
        st.sampled_from(["quantity", "value", "uses_max", "controlled_by", "sub_period_days"]),
        _VALUES,
    ),
    st.dictionaries(st.sampled_from(["valid_from", "valid_until", "lines", "conditions"]), _VALUES),
)
def test_whatever_is_sent_nothing_beyond_the_application_is_granted(
    line: dict[str, Any], top: dict[str, Any]
) -> None:
    document = deepcopy(_document(GENERAL))
    document["lines"][0] |= line
    terms, found = _read(document | top, GENERAL)
    assert (terms is None) == any(each.severity == ERROR for each in found)
    if terms is not None:
        assert ON <= terms.valid_from <= terms.valid_until <= date(9999, 12, 31)
        for each in terms.lines:
            asked = LINES[each.number - 1]
            assert 0 < (each.quantity or 1) <= (asked.quantity or 0)
            assert 0 < (each.value or 1) <= (asked.value or 0)
