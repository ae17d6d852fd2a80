from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.desk.gate.models import Challenge
from support.api_calls import Program, program
from support.challenges import (
    Court,
    analysed,
    answered,
    challenged,
    court,
    handed_in,
    identified,
    judged,
    lodged,
    now,
)
from support.offices import law_today
from support.papers import PDF

if TYPE_CHECKING:
    from pytest_django import Settings

GIVEN = {"items": [1], "grounds": ["composition_in_doubt"], "text": "They are heavy."}


@pytest.fixture
def c(db: None, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Court:  # noqa: ARG001
    """A gate with its laboratory; papers lie in a folder of the test."""
    settings.PAPERS_ROOT = tmp_path_factory.mktemp("papers")
    return court()


def test_a_challenge_by_programs(c: Court) -> None:
    declaration = lodged(c)
    path = f"/declarations/{declaration.pk}/challenges"
    officer, declarant, laboratory = map(program, (c.g.officer, c.g.declarant, c.laboratory))
    made = officer.post(path, GIVEN)
    assert made.status_code == 201
    told = made.json()
    assert (told["state"], told["waits_for"]) == ("issued", "declarant")
    assert told["notice"]["declaration"] == declaration.number

    paper = declarant.upload(
        f"/declarations/{declaration.pk}/papers", "contract.pdf", PDF, kind="contract"
    )
    assert paper.status_code == 201
    answer = declarant.post(f"{path}/answer", {"text": "See it.", "papers": [paper.json()["id"]]})
    assert answer.json()["answers"][0]["papers"] == [paper.json()["id"]]
    assert declarant.get(f"/challenge-papers/{paper.json()['id']}").content == PDF

    sample = {
        "item": 1, "laboratory": "Lab", "method": "XRF", "taken_on": law_today().isoformat(),
        "contains": "Sm=0.226,Co",
    }  # fmt: skip
    assert laboratory.post(f"{path}/samples", sample).status_code == 201
    asked = officer.post(f"{path}/identification", {"text": "What are they?"})
    assert asked.json()["state"] == "identification_requested"
    assert now(declaration).state == "challenged"


def test_the_declarant_reads_what_is_theirs(c: Court) -> None:
    declaration = lodged(c)
    challenge = answered(c, declaration)
    analysed(c, declaration, "Sm=0.226,Co")
    report = handed_in(declaration, c.laboratory, "laboratory_report")
    identified(c, declaration, "controlled")
    theirs = program(c.g.declarant).get(f"/declarations/{declaration.pk}/challenges").json()
    (mine,) = theirs["items"]
    assert (mine["samples"], mine["papers"], mine["judgements"]) == ([], [], [])
    assert mine["identification"]["text"] == ""
    assert program(c.g.declarant).get(f"/challenge-papers/{report.pk}").status_code == 404
    (full,) = program(c.g.officer).get("/challenges").json()["items"]
    assert (len(full["samples"]), len(full["papers"]), len(full["judgements"])) == (1, 1, 1)
    assert full["id"] == str(challenge.pk)


def test_notices_by_programs(c: Court) -> None:
    declaration = lodged(c)
    challenge = answered(c, declaration)
    declarant, stranger = program(c.g.declarant), program(c.g.stranger)
    path = f"/challenges/{challenge.pk}"
    assert declarant.get(f"{path}/notice.pdf?lang=zh").content.startswith(b"%PDF-")
    assert declarant.get(f"{path}/result.pdf").status_code == 404
    judged(c, declaration, "not_controlled")
    assert declarant.get(f"{path}/result.pdf").content.startswith(b"%PDF-")
    for end in ("notice.pdf", "result.pdf"):
        assert stranger.get(f"{path}/{end}").status_code == 404


def test_a_repeated_request_is_done_once(c: Court) -> None:
    declaration = lodged(c)
    officer = program(c.g.officer)
    path = f"/declarations/{declaration.pk}/challenges"
    first = officer.post(path, GIVEN, Idempotency_Key="one")
    assert officer.post(path, GIVEN, Idempotency_Key="one").json() == first.json()
    assert officer.post(path, GIVEN).status_code == 409
    assert Challenge.objects.count() == 1


def test_the_list_goes_on_where_a_page_ends(c: Court) -> None:
    for _ in range(3):
        challenged(c, lodged(c))
    officer = program(c.g.officer)
    seen: list[str] = []
    cursor = ""
    while True:
        page = officer.get(f"/challenges?limit=2&cursor={cursor}").json()
        seen += [each["id"] for each in page["items"]]
        cursor = page["next"]
        if not cursor:
            break
    assert len(seen) == len(set(seen)) == 3
    assert program(c.g.stranger).get("/challenges").json()["items"] == []


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (GIVEN | {"items": [9]}, "items"),
        (GIVEN | {"grounds": ["a whim"]}, "grounds"),
        (GIVEN | {"items": []}, "items"),
    ],
)
def test_what_is_not_there_is_named(c: Court, body: dict[str, object], field: str) -> None:
    answer = program(c.g.officer).post(f"/declarations/{lodged(c).pk}/challenges", body)
    assert answer.status_code == 422
    assert field in answer.content.decode()


def test_a_step_that_is_not_possible_is_told_with_those_that_are(c: Court) -> None:
    declaration = lodged(c)
    challenged(c, declaration)
    path = f"/declarations/{declaration.pk}/challenges/identification"
    answer = program(c.g.officer).post(path, {"text": "What are they?"})
    assert answer.status_code == 409
    assert "answer" in answer.json()["error"]["accepted"]


def test_who_looked_at_an_older_version_is_told(c: Court) -> None:
    declaration = lodged(c)
    officer: Program = program(c.g.officer)
    body = GIVEN | {"seen": declaration.event_seq + 7}
    assert officer.post(f"/declarations/{declaration.pk}/challenges", body).status_code == 409
