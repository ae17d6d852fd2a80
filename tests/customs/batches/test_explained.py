from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from monazite.customs.batches.explained import IN, OUT, Term, explained

FILE = Path(__file__).parents[2] / "cases" / "customs" / "batches.yaml"
CASES = yaml.safe_load(FILE.read_text(encoding="utf-8"))


def _terms(rows: list[dict[str, str]]) -> list[Term]:
    return [
        Term(
            row["term"], row["side"], None if row["kg"] == "?" else Decimal(row["kg"].rstrip("+")),
            "book", at_least=row["kg"].endswith("+"),
        )
        for row in rows
    ]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_cases_that_an_inspector_wrote(case: dict[str, object]) -> None:
    found = explained(_terms(case["terms"]))  # type: ignore[arg-type]
    assert (found.finding.code if found.finding else "explained") == case["answer"]
    excess = case.get("excess_kg", "0")
    assert found.excess_kg == (None if excess == "?" else Decimal(str(excess)))


def test_every_term_stays_in_the_answer_with_its_source() -> None:
    terms = [Term("stock", IN, Decimal(5), "report 3"), Term("exported", OUT, Decimal(7), "2")]
    found = explained(terms)
    assert found.terms == tuple(terms)
    assert found.terms[0].document() == {
        "term": "stock", "side": "in", "mass_kg": "5", "source": "report 3", "at_least": False,
    }  # fmt: skip
    assert found.finding is not None
    assert "2 kg are not explained by the books" in found.finding.message("en")
    assert found.finding.law_text("en").startswith("Rare-earth")
