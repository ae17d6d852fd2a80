from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from monazite.errors import InputError
from monazite.law.commitment_schema import CommitmentEntry
from monazite.law.commitments import commitment, commitments
from monazite.law.document import document
from monazite.law.memory import Memory
from monazite.law.references import reference_problems
from monazite.law.ruling import rule_on
from monazite.law.statement import situation
from support.chinese import latin

if TYPE_CHECKING:
    from monazite.law.law import Law

SITUATIONS: tuple[dict[str, Any], ...] = (
    {"form": "magnet", "contains": "Nd,Fe,B,Dy=0.02", "from": "CN", "to": "US",
     "on": "2025-06-10"},
    {"form": "metal", "contains": "Ga", "from": "CN", "to": "US", "on": "2026-11-28"},
    {"form": "oxide", "contains": "Ho", "from": "CN", "to": "US", "on": "2026-11-11"},
    {"form": "magnet", "contains": "Sm,Co", "from": "CN", "to": "US", "on": "2025-05-13",
     "end_user": "General Dynamics Land Systems"},
)  # fmt: skip


def test_geneva_says_who_promised_what_and_what_kept_it(law: Law) -> None:
    one = commitment(law, "COM-2025-05-12-GENEVA-CN")
    assert (one.by, one.to, one.on, one.quoted) == ("CN", "US", date(2025, 5, 12), True)
    assert "since April 2, 2025" in one.words["en"]
    assert one.disputed == {"CN-2025-18"}
    kept = {deed.relation: deed.on for deed in one.kept_by}
    assert kept["REL-028"] == date(2025, 5, 14)
    assert [deed.measure for deed in one.not_kept] == ["CN-2025-18"]
    assert one.not_kept[0].on is None
    magnets = one.figures_after[0]
    assert (magnets.series, magnets.destination) == ("magnets", "WORLD")
    assert magnets.periods[:2] == ("2025-04", "2025-05")


def test_what_kept_it_is_named_by_its_instrument(law: Law) -> None:
    busan = commitment(law, "COM-2025-10-30-BUSAN-CN")
    assert {deed.what["en"] for deed in busan.kept_by} == {
        "MOFCOM & GACC Announcement No. 70 of 2025"
    }
    assert {deed.what["zh"] for deed in busan.kept_by} == {"商务部、海关总署公告2025年第70号"}
    fact_sheet = commitment(law, "COM-2025-11-01-FACT-SHEET-CN")
    assert any(deed.measure is deed.relation is None for deed in fact_sheet.not_kept)


def test_all_stand_in_the_order_of_their_days(law: Law) -> None:
    found = commitments(law)
    assert len(found) == len(law.commitments)
    assert [c.on for c in found] == sorted(c.on for c in found)
    assert {"CN", "US"} <= {c.by for c in found}


def test_their_words_are_chinese_in_chinese(law: Law) -> None:
    found = commitments(law)
    texts = [
        words["zh"]
        for c in found
        for words in (c.venue, c.told_by, c.words, c.covers_note, c.figures_note)
        if words
    ]
    texts += [w["zh"] for c in found for d in (*c.kept_by, *c.not_kept) for w in (d.what, d.note)]
    assert {text: left for text in texts if (left := latin(text))} == {}


def test_an_unknown_id_names_the_nearest(law: Law) -> None:
    with pytest.raises(InputError, match="COM-2025-10-30-BUSAN-CN"):
        commitment(law, "COM-2025-10-30-BUSAN")


@pytest.mark.parametrize("given", SITUATIONS, ids=lambda g: f"{g['contains']}-{g['on']}")
def test_a_commitment_never_sets_an_outcome(law: Law, given: dict[str, Any]) -> None:
    without = replace(law, commitments=(), memory=Memory())
    with_them = rule_on(law, situation(given, law))
    alone = rule_on(without, situation(given, without))
    assert document(law, with_them, "en") == document(without, alone, "en")


def test_a_read_out_of_a_promise_is_never_law(law: Law) -> None:
    assert not law.measures["CN-2026-TRUCE-EXT"].legal
    assert all(a.rank is None for a in law.atoms if a.measure.id == "CN-2026-TRUCE-EXT")


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "GENEVA"},
        {"words": {"en": "a", "zh": "b"}},
        {"kept_by": [{"note": {"en": "a", "zh": "b"}}]},
        {"kept_by": [{"measure": "A", "relation": "B", "note": {"en": "a", "zh": "b"}}]},
        {"figures_after": [{"series": "magnets", "destination": "World", "periods": ["2025-04"]}]},
        {"figures_after": [{"series": "magnets", "destination": "US", "periods": ["May"]}]},
        {"on": "2025-02-30"},
        {"covers_all": True},
    ],
    ids=lambda w: next(iter(w)),
)
def test_the_schema_refuses(law: Law, wrong: dict[str, Any]) -> None:
    good = law.commitments[0]
    CommitmentEntry.model_validate(good)
    with pytest.raises(ValidationError):
        CommitmentEntry.model_validate(good | wrong)


def test_every_id_that_a_commitment_names_must_exist(law: Law) -> None:
    note = {"en": "a", "zh": "b"}
    bad = law.commitments[0] | {
        "covers": ["NO-SUCH"],
        "disputed": ["CN-2025-18"],
        "kept_by": [{"relation": "REL-999", "note": note}, {"measure": "NONE", "note": note}],
        "not_kept": [],
    }
    said = reference_problems(
        {
            "measures": [], "relations": [], "readings": [], "parties": [],
            "meta": {"vocabulary": {"groups": {}}}, "commitments": [bad, bad],
        }
    )  # fmt: skip
    name = bad["id"]
    assert set(said) == {
        f"commitment {name} stands 2 times",
        f"commitment {name} names the unknown measure 'NO-SUCH'",
        f"commitment {name} names the unknown measure 'NONE'",
        f"commitment {name} names the unknown relation 'REL-999'",
        f"commitment {name} disputes 'CN-2025-18', which it does not cover",
    }
