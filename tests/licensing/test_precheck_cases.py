"""The cases that a person of the field can write: what is typed, and the finding that it gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from monazite.catalogue.texts import LANGS, keys
from monazite.law.strict_yaml import read
from monazite.licensing.context import severities
from monazite.licensing.precheck import precheck
from monazite.licensing.record import Record
from support.forms import TODAY, changed, good_form, paper_hashes

if TYPE_CHECKING:
    from monazite.law.law import Law
    from monazite.licensing.findings import Finding

CASES = Path(__file__).parent.parent / "cases" / "licensing" / "rules"


@dataclass(frozen=True)
class Case:
    file: str
    body: dict[str, Any]

    @property
    def name(self) -> str:
        return f"{self.file}: {self.body['code']} {' '.join(self.body['fails'])}"


def _cases() -> list[Case]:
    return [
        Case(path.stem, body)
        for path in sorted(CASES.glob("*.yaml"))
        for body in read(path.read_text(encoding="utf-8"))
    ]


@pytest.fixture(scope="module")
def named(law: Law) -> dict[str, str]:
    """Names that are on the lists on the day, for `{list}` in a case."""
    free = [p for p in law.parties if p.listed_from <= TODAY and not (p.last_day or p.paused_from)]
    lists = {
        "control": "control_list",
        "watch": "watch_list",
        "unreliable": "unreliable_entity_list",
    }
    names = {word: next(p.name for p in free if p.list == name) for word, name in lists.items()}
    elsewhere = {p.name for p in law.parties if p.list != lists["control"]}
    names["banned"] = next(
        p.name for p in free if p.list == lists["control"] and p.name not in elsewhere
    )
    once = (p.name for p in law.parties if p.paused_until and p.paused_until.year == TODAY.year)
    return names | {"paused": next(once)}


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.name)
def test_a_fault_is_found_and_its_cure_heals_it(
    case: Case, law: Law, named: dict[str, str]
) -> None:
    body = case.body
    code, at = body["code"], body["at"]
    files = None if body.get("files") == "unknown" else paper_hashes()
    today = date.fromisoformat(body["today"]) if "today" in body else TODAY
    failing = _findings(body["fails"], law, named, body.get("record"), files, today)
    assert (code, at) in {(f.code, f.path) for f in failing}
    healed = body.get("passes", {})
    passing = _findings(healed, law, named, body.get("passes_record"), paper_hashes(), today)
    assert (code, at) not in {(f.code, f.path) for f in passing}
    for finding in failing:
        for lang in LANGS:
            assert finding.document(lang)["message"]
            assert finding.document(lang)["cure"]


def _findings(
    changes: dict[str, Any],
    law: Law,
    named: dict[str, str],
    record: dict[str, Any] | None,
    files: frozenset[str] | None,
    today: date,
) -> tuple[Finding, ...]:
    typed = _filled_in(changes, named)
    form = changed(good_form(today), typed)
    known = _record(record) if record else None
    return precheck(form, today=today, law=law, files=files, record=known).findings


def _filled_in(typed: Any, named: dict[str, str]) -> Any:
    if isinstance(typed, dict):
        return {key: _filled_in(value, named) for key, value in typed.items()}
    if isinstance(typed, str) and "{" in typed:
        return typed.format(**named)
    return typed


def _record(given: dict[str, Any]) -> Record:
    known = dict(given)
    if "closed_until" in known:
        known["closed_until"] = date.fromisoformat(known["closed_until"])
    known["penalised_on"] = tuple(map(date.fromisoformat, known.get("penalised_on", ())))
    return Record(**known)


# The form offers no cause that the table of China leaves out: see test_kinds.
_NO_CASE = {"kind.voucher_case_unnamed"}


def test_every_finding_has_a_case() -> None:
    written = {case.body["code"] for case in _cases()}
    assert severities().keys() - written == _NO_CASE
    assert written <= severities().keys()


@pytest.mark.parametrize("code", severities())
def test_every_finding_has_words_and_a_cure(code: str) -> None:
    assert f"licensing.finding.{code}" in keys()
    assert f"licensing.cure.{code}" in keys()


def test_no_words_are_left_of_a_finding_that_is_gone() -> None:
    rules = {
        key.removeprefix("licensing.finding.")
        for key in keys()
        if key.startswith("licensing.finding.")
    }
    # Those of reading and of casework have tests of their own.
    others = {"read", "advice", "decision", "review", "terms"}
    ours = {code for code in rules if code.split(".")[0] not in others}
    assert ours == severities().keys()
