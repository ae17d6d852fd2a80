"""What must hold for any item and movement, not only for those that a lawyer thought of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monazite.law.build import build
from monazite.law.compile import compile_law
from monazite.law.document import document
from monazite.law.model import ONE_DAY
from monazite.law.ruling import rule_on
from monazite.law.sources import REGIMES
from monazite.law.statement import situation

if TYPE_CHECKING:
    from monazite.law.law import Law

pytestmark = pytest.mark.slow

Statement = dict[str, Any]
FORMS = ("oxide", "metal", "alloy", "magnet", "powder", "compound", "component", "target", "ore", "other")  # fmt: skip
MATERIALS = (
    "Dy", "Tb", "Ho", "Y", "La", "Nd", "Ga", "Ge", "Sb", "W", "Bi", "C", "Nd,Fe,B", "Nd,Fe,B,Dy",
    "Sm,Co", "Ga,As", "W,C", "Dy,Fe", "In,P", "GRAPHITE", "DIAMOND", "Co", "Ni", "Li",
)  # fmt: skip
statements = st.fixed_dictionaries(
    {"from": st.sampled_from(("CN", "JP", "US", "ID", "CD", "KG", "DE"))},
    optional={
        "form": st.sampled_from(FORMS),
        "contains": st.sampled_from(MATERIALS),
        "to": st.sampled_from(("US", "JP", "VN", "FR")),
        "on": st.dates(date(2022, 1, 1), date(2027, 3, 1)).map(str),
        "military": st.sampled_from(("yes", "no", "unknown")),
        "end_use": st.sampled_from(("civil", "military", "unknown", "disaster_relief")),
        "origin": st.sampled_from(("CN", "AU")),
    },
)
# Answers that only add to a statement; none of them takes back what was said.
answers = st.fixed_dictionaries(
    {},
    optional={
        "form": st.sampled_from(FORMS),
        "contains": st.sampled_from(MATERIALS),
        "to": st.sampled_from(("US", "JP", "VN", "FR")),
        "origin": st.sampled_from(("CN", "AU")),
        "technology_origin": st.sampled_from(("CN", "DE")),
        "content_share": st.sampled_from(("CN=0.0005", "CN=0.005")),
        "without": st.sampled_from(("Dy", "Tb", "Dy,Tb,Ho", "Ho")),
        "only": st.just("yes"),
        "param": st.sampled_from(
            ("purity=99.999 %", "purity=90 %", "particle_size=10 um", "density=1.8 g/cm3")
        ),
    },
)
steady = settings(
    max_examples=250,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)


def complete(statement: Statement) -> Statement | None:
    """The statement as one that names an item and goes somewhere else; None where it cannot."""
    if statement.get("from") == statement.get("to"):
        return None
    return {"form": "metal", "on": "2025-06-10"} | statement


def narrowed(statement: Statement, answer: Statement) -> Statement | None:
    there = set(str(statement.get("contains", answer.get("contains", ""))).split(","))
    without = [s for s in str(answer.get("without", "")).split(",") if s and s not in there]
    added = {k: v for k, v in answer.items() if k not in {*statement, "without"}}
    return complete({**added, **statement, **({"without": ",".join(without)} if without else {})})


@steady
@given(statement=statements, answer=answers)
def test_a_narrower_situation_never_becomes_less_determined(
    law: Law, statement: Statement, answer: Statement
) -> None:
    wide, narrow = complete(statement), narrowed(complete(statement) or {}, answer)
    if wide is None or narrow is None:
        return
    before = rule_on(law, situation(wide, law))
    after = rule_on(law, situation(narrow, law))
    assert set(after.possible) <= set(before.possible), (wide, narrow)


@steady
@given(statement=statements, military=st.sampled_from(("yes", "no")))
def test_an_answer_to_what_was_said_to_be_unknown_narrows(
    law: Law, statement: Statement, military: str
) -> None:
    asserted = complete({**statement, "military": "unknown", "end_use": "civil"})
    if asserted is None:
        return
    before = rule_on(law, situation(asserted, law))
    after = rule_on(law, situation({**asserted, "military": military}, law))
    assert set(after.possible) <= set(before.possible)


@steady
@given(statement=statements)
def test_the_needed_questions_decide_and_none_of_them_can_be_left_out(
    law: Law, statement: Statement
) -> None:
    stated = complete(statement)
    if stated is None:
        return
    ruling = rule_on(law, situation(stated, law))
    needed = [q for q in ruling.questions if q.needed]
    if ruling.outcome != "undetermined":
        assert needed == []
    elif len(ruling.readings) == 1:
        assert needed
        # Each answer of a question with one deciding fact leads somewhere else than another.
        assert all(len(set(q.decides.values())) > 1 for q in needed if len(needed) == 1)


@steady
@given(statement=statements)
def test_a_ruling_is_one_of_its_readings_and_speaks_no_nan(law: Law, statement: Statement) -> None:
    stated = complete(statement)
    if stated is None:
        return
    ruling = rule_on(law, situation(stated, law))
    said = document(law, ruling, "en")
    assert set(said["possible"]) == {o for r in said["readings"] for o in r["possible"]}
    assert (said["outcome"] == "undetermined") == (len(said["possible"]) > 1)
    assert all(f["matched"] is not False or f["near"] for f in said["findings"])


def _known_by(law_document: dict[str, Any], day: date) -> dict[str, Any]:
    """The law as it could be read on a day: whatever was published later is cut out."""
    cut = day.isoformat()

    def public(published: str | None) -> bool:
        return published is None or published <= cut[: len(published)]

    ends = {
        (r["target"], r["from"])
        for r in law_document["relations"]
        if r["kind"] in {"terminates", "replaces"} and not public(r["published"])
    }
    measures = []
    for measure in law_document["measures"]:
        if not public(measure["published"]):
            continue
        last = measure["last_day"]
        after = str(date.fromisoformat(last) + ONE_DAY) if last and len(last) == 10 else None
        later = (measure["id"], after) in ends
        measures.append({**measure, "last_day": None} if later else measure)
    return {
        **law_document,
        "measures": measures,
        "relations": [r for r in law_document["relations"] if public(r["published"])],
        "readings": [r for r in law_document["readings"] if r["read_on"] <= cut],
        "parties": [p for p in law_document["parties"] if public(p["announced"] or None)],
    }


LAW_DOCUMENT = compile_law(REGIMES)
known_days = st.sampled_from(
    [date(2023, 7, 2), date(2024, 11, 14), date(2025, 4, 3), date(2025, 8, 11), date(2025, 10, 8),
     date(2025, 11, 6), date(2025, 11, 8), date(2026, 1, 5), date(2026, 9, 27), date(2026, 10, 1)]
)  # fmt: skip
_TRUNCATED: dict[date, Law] = {}


@steady
@given(statement=statements, known=known_days)
def test_what_was_published_later_is_never_used(
    law: Law, statement: Statement, known: date
) -> None:
    stated = complete(statement)
    if stated is None:
        return
    if known not in _TRUNCATED:
        _TRUNCATED[known] = build(_known_by(LAW_DOCUMENT, known), law.hash)
    asked = replace(situation(stated, law), known=known)
    ours = rule_on(law, asked)
    theirs = rule_on(_TRUNCATED[known], asked)
    assert ours.possible == theirs.possible
    assert [(f.atom.item and f.atom.item.id, f.atom.measure.id, f.matched, f.status.state) for f in ours.findings if f.atom.measure.official] == [
        (f.atom.item and f.atom.item.id, f.atom.measure.id, f.matched, f.status.state) for f in theirs.findings if f.atom.measure.official
    ]  # fmt: skip
