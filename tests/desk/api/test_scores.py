"""What a risk model said, over the API: to officials with its reasons, to declarants null."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from monazite.desk.gate.risk.scoring import score_waiting
from support.api_calls import program
from support.at_gate import Gate, gate
from support.scored import REASON, in_force

if TYPE_CHECKING:
    from pytest_django import Settings

    from support.api_calls import Program


@pytest.fixture
def g(db: None, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Gate:  # noqa: ARG001
    settings.PAPERS_ROOT = tmp_path_factory.mktemp("papers")
    return gate()


@pytest.fixture
def declarant(g: Gate) -> Program:
    return program(g.declarant)


@pytest.fixture
def officer(g: Gate) -> Program:
    return program(g.officer)


@pytest.fixture
def path(g: Gate, declarant: Program, monkeypatch: pytest.MonkeyPatch) -> str:
    """Of one that is held because of its score."""
    made = declarant.post("/declarations", g.document()).json()
    in_force(monkeypatch, 0.9)
    score_waiting()
    return f"/declarations/{made['id']}"


def test_an_officer_is_told_the_score(officer: Program, path: str) -> None:
    told = officer.get(path).json()
    assert (told["state"], told["risk"]) == ("held", 90)
    score: dict[str, Any] = told["score"]
    assert (score["model"], score["risk"], score["held"]) == ("v1", 90, True)
    assert score["items"] == [{"number": 1, "risk": "0.9000", "reasons": REASON["en"]}]
    assert score["caveats"][0] == "A score is a reason to look, never proof."


def test_in_the_language_that_was_asked_for(officer: Program, path: str) -> None:
    told = officer.get(path, Accept_Language="zh").json()
    assert told["score"]["items"][0]["reasons"] == REASON["zh"]


def test_a_declarant_is_told_nothing_of_it(g: Gate, declarant: Program, path: str) -> None:
    answer = declarant.get(path)
    told = answer.json()
    assert (told["state"], told["risk"], told["score"]) == ("held", None, None)
    assert told["acts"][-1]["text"] == ""
    whole = [answer.content.decode(), declarant.get("/declarations").content.decode()]
    amended = declarant.post(f"{path}/amend", g.document()).content.decode()
    assert not [text for text in (*whole, amended) if "40%" in text or "risk.high" in text]


def test_without_a_score_it_is_null(g: Gate, declarant: Program, officer: Program) -> None:
    made = declarant.post("/declarations", g.document()).json()
    told = officer.get(f"/declarations/{made['id']}").json()
    assert (told["risk"], told["score"]) == (None, None)
