"""The pre-check as a whole: the good form, the eleven faults, anything that one may type."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from monazite.catalogue.texts import LANGS
from monazite.law.finding import ERROR, NOTE, SEVERITIES
from monazite.licensing.precheck import precheck
from support.any_forms import any_form
from support.forms import (
    ELEVEN_FAULTS,
    TODAY,
    Fault,
    changed,
    eleven_faults,
    faulty_form,
    good_form,
    paper_hashes,
)

if TYPE_CHECKING:
    from monazite.law.law import Law


def _codes(form: dict[str, Any], today: date = TODAY) -> list[str]:
    found = precheck(form, today=today, files=paper_hashes()).findings
    return [f.code for f in found if f.severity != NOTE]


def test_the_good_form_has_no_fault() -> None:
    checked = precheck(good_form(), today=TODAY, files=paper_hashes())
    assert checked.may_be_filed
    assert [f.code for f in checked.findings] == ["paper.governmental_may_be_asked"]
    assert [r.outcome for r in checked.rulings] == ["licence_required"]


@pytest.mark.parametrize("day", [date(2027, 1, 31), date(2028, 2, 29), date(2026, 11, 22)])
def test_the_good_form_is_good_on_any_day(day: date) -> None:
    assert _codes(good_form(day), day) == []
    codes = {f.code for f in precheck(faulty_form(day), today=day).findings}
    assert codes >= {code for fault in eleven_faults(day) for code in fault.codes}


@pytest.mark.parametrize(
    ("changes", "needless"),
    [
        ({}, False),
        ({"lines[0].contains": "Fe, C", "lines[0].form": "alloy"}, True),
        ({"lines": []}, False),
        ({"lines[0].contains": "Fe, C", "lines[0].form": "alloy", "lines[1]": {}}, False),
    ],
)
def test_a_licence_is_needless_where_no_line_asks_for_one(
    changes: dict[str, Any], needless: bool
) -> None:
    checked = precheck(changed(good_form(), changes), today=TODAY)
    assert checked.needs_no_licence is needless


@pytest.mark.parametrize("fault", ELEVEN_FAULTS, ids=lambda fault: fault.name)
def test_each_fault_gives_its_own_finding(fault: Fault) -> None:
    form = changed(good_form(), fault.changes)
    assert sorted(_codes(form)) == sorted(fault.codes)
    found = precheck(form, today=TODAY, files=paper_hashes())
    assert not found.may_be_filed
    assert (fault.codes[0], fault.path) in {(f.code, f.path) for f in found.findings}


def test_eleven_faults_are_found_together() -> None:
    assert len(ELEVEN_FAULTS) == 11
    assert sorted(_codes(faulty_form())) == sorted(c for f in ELEVEN_FAULTS for c in f.codes)


def test_findings_stand_in_the_order_of_the_form() -> None:
    sections = [
        f.path.partition(".")[0].partition("[")[0]
        for f in precheck(faulty_form(), today=TODAY).findings
    ]
    order = [
        "application",
        "parties",
        "lines",
        "end_use",
        "contract",
        "transport",
        "papers",
        "claims",
    ]
    assert list(dict.fromkeys(sections)) == order


def test_an_empty_form_says_everything_that_is_asked() -> None:
    checked = precheck({}, today=TODAY)
    paths = {f.path for f in checked.findings if f.code == "field.missing"}
    assert {"application.kind", "end_use.use", "contract.value", "civil_use.product"} <= paths
    assert {"line.none", "transport.none", "party.role_missing"} <= {
        f.code for f in checked.findings
    }
    assert not checked.may_be_filed


def test_a_field_that_cannot_be_read_is_not_called_empty() -> None:
    form = changed(good_form(), {"lines[0].quantity": "1,800 kg"})
    found = [f for f in precheck(form, today=TODAY).findings if f.path == "lines[0].quantity"]
    assert len(found) == 1
    assert found[0].code != "field.missing"


def test_a_yes_where_codes_are_asked_is_a_finding() -> None:
    form = changed(good_form(), {"lines[0].without": True, "transport[0].lines": False})
    paths = [f.path for f in precheck(form, today=TODAY, files=paper_hashes()).findings]
    assert {"lines[0].without", "transport[0].lines"} <= set(paths)


def test_findings_speak_both_languages() -> None:
    for finding in precheck(faulty_form(), today=TODAY).findings:
        said = [finding.message(lang) + finding.cure(lang) for lang in LANGS]
        assert said[0] != said[1]
        assert "{" not in said[0] + said[1]


def test_files_are_looked_at_only_where_there_are_any() -> None:
    none = precheck(good_form(), today=TODAY)
    assert "paper.files_not_looked_at" in {f.code for f in none.findings}
    assert none.may_be_filed
    lost = precheck(good_form(), today=TODAY, files=frozenset())
    assert not lost.may_be_filed
    assert {f.code for f in lost.findings if f.severity == ERROR} == {"paper.file_not_here"}


def test_findings_rest_on_law_where_law_asks() -> None:
    form = changed(good_form(), {"application.months": "24", "papers[0]": None})
    laws = {f.code: f.law for f in precheck(form, today=TODAY).findings}
    assert laws["kind.months_over"] == "CN-DECREE-792 art. 15"
    assert laws["paper.missing"] == "CN-DECREE-792 art. 16"
    generic = changed(form, {"application.regime": "generic", "application.months": "99"})
    assert {f.law for f in precheck(generic, today=TODAY).findings} == {""}


@pytest.mark.slow
@settings(deadline=None, max_examples=30)
@given(any_form())
def test_anything_that_one_may_type_is_checked(law: Law, form: Any) -> None:
    for finding in precheck(form, today=TODAY, law=law, files=()).findings:
        assert finding.severity in SEVERITIES
        assert finding.message("en")
        assert finding.cure("zh")


@settings(deadline=None, max_examples=30)
@given(any_form())
def test_typing_over_a_good_form_is_checked(law: Law, form: Any) -> None:
    typed = form if isinstance(form, dict) else {}
    for section, said in typed.items():
        assert precheck(good_form() | {section: said}, today=TODAY, law=law) is not None


def test_a_form_of_the_largest_size_is_checked_in_seconds(law: Law) -> None:
    line = good_form()["lines"][0]
    lines = [
        line | {"contains": f"Nd=0.2{n:03},Fe,B,Dy", "description": str(n)} for n in range(200)
    ]
    sale = {"share": "0.01", "use": "cars"}
    sales = [sale | {"customer": f"Fictional Customer {n}", "country": "KR"} for n in range(100)]
    form = good_form() | {"lines": lines, "onward_sales": sales}
    form["end_use"] |= {"use": "not for any military use " * 150}
    form["transport"] = [form["transport"][0] | {"via": "KR, US, HK, SG, VN"} for _ in range(20)]
    codes = {f.code for f in precheck(form, today=TODAY, law=law).findings}
    assert "transport.line_twice" in codes


def test_the_day_decides() -> None:
    late = TODAY + timedelta(days=76)
    assert "transport.in_past" in _codes(good_form(), late)


_LISTS = ("parties", "lines", "transport", "product_tree", "onward_sales", "papers", "claims")
_RECORDS = ("end_use", "contract", "civil_use")


def _more(form: dict[str, Any]) -> set[tuple[str, str]]:
    """What is found in the form and not in the good one."""
    found, good = (
        {(f.code, f.path) for f in precheck(each, today=TODAY, files=paper_hashes()).findings}
        for each in (form, good_form())
    )
    return found - good


@pytest.mark.parametrize("section", _LISTS)
@pytest.mark.parametrize(("row", "code"), [({}, "blank_row"), ("x", "not_a_record")])
def test_a_row_that_says_nothing_is_one_finding(section: str, row: object, code: str) -> None:
    form = good_form()
    form[section] = [*form[section], row]
    assert _more(form) == {(f"read.{code}", f"{section}[{len(form[section]) - 1}]")}


@pytest.mark.parametrize("section", [*_LISTS, *_RECORDS])
def test_a_section_that_cannot_be_read_is_one_finding(section: str) -> None:
    code = "read.not_a_list" if section in _LISTS else "read.not_a_record"
    assert _more(good_form() | {section: "x"}) == {(code, section)}


@pytest.mark.parametrize("form", [[], "x", 7])
def test_what_is_no_form_is_one_finding(form: Any) -> None:
    assert [f.code for f in precheck(form, today=TODAY).findings] == ["read.not_a_form"]


def test_a_voucher_is_asked_for_no_proof_of_civil_use() -> None:
    proof = dict.fromkeys(("civil_use", "product_tree", "onward_sales", "claims"))
    voucher = {"application.kind": "voucher", "application.voucher_case": "exhibition"}
    found = precheck(changed(good_form(), voucher) | proof, today=TODAY).findings
    assert not [f for f in found if f.path.partition(".")[0].partition("[")[0] in proof]
    asked = precheck(good_form() | proof, today=TODAY).findings
    assert {f.path for f in asked} >= {"civil_use.product", "product_tree", "claims"}
