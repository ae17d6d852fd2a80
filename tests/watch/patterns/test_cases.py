from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from monazite.watch.leads.lead import GRADE
from monazite.watch.patterns.rulebook import rules
from monazite.watch.patterns.running import run
from support.pattern_cases import cases, records

if TYPE_CHECKING:
    from collections.abc import Mapping

CASES = tuple(cases())


@pytest.mark.parametrize(
    ("rule", "case"), CASES, ids=[f"{rule}-{case['case']}" for rule, case in CASES]
)
def test_what_the_rule_finds(rule: str, case: Mapping[str, Any]) -> None:
    settings = {rule: case["settings"]} if case.get("settings") else None
    leads = run(records(case), [rule], settings=settings).leads
    if case["kind"] == "decoy":
        assert not leads, [(lead.subject, [each.code for each in lead.reasons]) for lead in leads]
        return
    expect = case["expect"]
    wanted = tuple(sorted(expect["subject"]))
    found = [lead for lead in leads if lead.subject == wanted]
    assert len(found) == 1, [(lead.subject, lead.score) for lead in leads]
    (lead,) = found
    assert {each.code for each in lead.reasons} >= set(expect["reasons"])
    assert set(lead.otherwise) >= set(expect.get("otherwise", ()))
    assert lead.agency == expect.get("agency", rules()[rule].agency)
    assert lead.grade == GRADE
    assert 0 < lead.score <= 1
    assert lead.evidence


@pytest.mark.parametrize("rule", sorted({rule for rule, _ in CASES}))
def test_a_rule_has_three_positives_and_three_decoys_or_more(rule: str) -> None:
    kinds = Counter(case["kind"] for name, case in CASES if name == rule)
    assert set(kinds) == {"positive", "decoy"}
    assert min(kinds.values()) >= 3


def test_every_rule_has_cases() -> None:
    assert {rule for rule, _ in CASES} == set(rules())
