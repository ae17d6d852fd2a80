from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from monazite.watch.screening.matching.model import packaged
from monazite.watch.screening.matching.pairs import name_score, name_scores

if TYPE_CHECKING:
    from monazite.watch.screening.entity import Kind

CASES = Path(__file__).parents[3] / "cases" / "watch"


def pairs_of(name: str, part: str) -> list[tuple[str, str]]:
    """The pairs of a part of a case file."""
    groups = yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))[part]
    return [(str(one), str(other)) for group in groups for one, other in group["pairs"]]


def share_met(name: str, part: str, kind: Kind) -> float:
    """How many of them are one party's, by the cut of the model."""
    scores = name_scores(pairs_of(name, part), kind)
    return float((scores >= packaged().cut).mean())


def test_chinese_persons_are_known_across_scripts() -> None:
    assert share_met("chinese-persons", "same", "person") >= 0.95


def test_chinese_persons_one_syllable_apart_are_told_apart() -> None:
    assert share_met("chinese-persons", "different", "person") <= 0.03


def test_chinese_firms_are_known_in_both_languages() -> None:
    assert share_met("organisations", "exact", "company") >= 0.95
    assert share_met("organisations", "different", "company") <= 0.25


@pytest.mark.parametrize("case", yaml.safe_load((CASES / "name-pairs.yaml").read_text("utf-8")))
def test_a_pair_that_a_person_of_the_field_wrote(case: dict[str, str]) -> None:
    score = name_score(case["left"], case["right"], case.get("kind"))  # type: ignore[arg-type]
    assert (score >= packaged().cut) == (case["answer"] == "same"), score


@pytest.mark.parametrize(
    "hidden", ["P\u0435ter Novak", "Pet\u200ber Novak", "\u202ePeter\u202c Novak 🙂"]
)
def test_what_cannot_be_seen_changes_nothing(hidden: str) -> None:
    assert name_score(hidden, "Peter Novak", "person") == name_score(
        "Peter Novak", "Peter Novak", "person"
    )


def test_a_name_that_cannot_be_compared_scores_nothing() -> None:
    assert name_score("", "Peter Novak") == 0.0
    assert name_scores([]).tolist() == []


def test_the_same_pairs_give_the_same_scores() -> None:
    pairs = pairs_of("organisations", "exact")
    assert name_scores(pairs).tolist() == name_scores(pairs).tolist()
