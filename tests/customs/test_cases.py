"""The cases that a person of the field can write: a declaration, facts, and all that is found."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pytest

from monazite.catalogue.texts import LANGS
from monazite.customs import reading
from monazite.customs.findings import severities
from monazite.customs.gate import Checked, check_read
from monazite.customs.looked import analysed_before, same_goods
from monazite.customs.regime import rules
from monazite.law.parties import listings
from monazite.law.store import load
from monazite.law.strict_yaml import read
from support.declared import CASES, TODAY, declared, facts

if TYPE_CHECKING:
    from monazite.law.law import Law

FILES = ("patterns", "honest", "licences", "bad_input", "checks", "before")


def _cases() -> list[dict[str, Any]]:
    return [
        case
        for name in FILES
        for case in read((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    ]


@lru_cache
def _names() -> dict[str, str]:
    """Names on one list alone on the day of the cases, for the words in brackets."""
    law = load()
    alone = [p for p in law.parties if len(_like(law, p.name)) == 1]
    free = [p for p in alone if p.listed_from <= TODAY and not (p.last_day or p.paused_from)]
    return {
        "{control}": next(p.name for p in free if p.list == "control_list"),
        "{watch}": next(p.name for p in free if p.list == "watch_list"),
        "{paused}": next(p.name for p in alone if p.paused_until and p.paused_until < TODAY),
    }


def _like(law: Law, name: str) -> tuple[object, ...]:
    return listings(law, f"{name} Overseas Trading", TODAY, law.compiled)


def _named(value: Any, names: dict[str, str]) -> Any:
    if not isinstance(value, str):
        return value
    for word, name in names.items():
        value = value.replace(word, name)
    return value


def answer(case: dict[str, Any], law: Law) -> Checked:
    names = _names()
    change = {path: _named(value, names) for path, value in case.get("change", {}).items()}
    document = reading.read(declared(case["document"], change))
    known = facts(case.get("facts"))
    looked = tuple(each for each in known.looked if same_goods(document.declaration, each))
    analysed = {**analysed_before(document.declaration, looked), **known.analysed}
    return check_read(document, replace(known, looked=looked, analysed=analysed), law, rules("CN"))


@pytest.mark.parametrize("case", _cases(), ids=lambda case: str(case["id"]))
def test_every_error_and_warning_of_a_case_is_found_and_no_other(
    case: dict[str, Any], law: Law
) -> None:
    checked = answer(case, law)
    counted = [f for f in checked.all_findings() if f.severity != "note"]
    assert sorted(f"{f.code}@{f.path}" for f in counted) == sorted(case.get("finds", []))
    assert checked.outcome == case["outcome"]
    notes = {f.code for f in checked.all_findings() if f.severity == "note"}
    assert notes == set(case.get("notes", []))
    for finding in checked.all_findings():
        for lang in LANGS:
            assert "{" not in finding.message(lang)
            assert "{" not in finding.cure(lang)
            finding.law_text(lang)


def test_every_case_has_a_name_of_its_own() -> None:
    names = [case["id"] for case in _cases()]
    assert len(names) == len(set(names))


def test_every_code_of_the_gate_has_a_case(law: Law) -> None:
    found = {f.code for case in _cases() for f in answer(case, law).all_findings()}
    read_elsewhere = {code for code in severities() if code.startswith(("field.", "number."))}
    elsewhere = {"hs.unreadable", "items.unreadable", "licence.not_looked_up", "ruling.told"}
    assert set(severities()) - found <= read_elsewhere | elsewhere
    assert found <= set(severities())
