"""A foreign firm's program: where its application is and its own part, and nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications.models import FiledParty
from support.api_calls import Program, filed, pages, program
from support.offices import firm, person

if TYPE_CHECKING:
    from support.offices import World


@pytest.fixture
def partner(w: World) -> Program:  # noqa: ARG001 - the tables
    return program(person(firm("foreign", "Example Motors KK", country="JP"), "partner"))


@pytest.fixture
def ident(w: World, signatory: Program, partner: Program) -> str:  # noqa: ARG001 - its account first
    """An application that names the partner's firm."""
    from monazite.desk.people.models import Organisation  # noqa: PLC0415 - once Django is ready

    found = filed(signatory)
    foreign = Organisation.objects.get(kind="foreign")
    FiledParty.objects.create(
        application_id=found, number=40, role="end_user", name="Example Motors", country="JP",
        identifier="X", organisation=foreign,
    )  # fmt: skip
    return found


def test_it_lists_what_names_its_firm(partner: Program, signatory: Program, ident: str) -> None:
    filed(signatory)  # names somebody else
    ((row,),) = pages(partner, "/applications", 5)
    assert (row["id"], row["state"], row["reference"][:3]) == (ident, "submitted", "CN-")
    assert row["standing"]["place"]
    assert [each["name"] for each in row["parties"]] == ["Example Motors"]
    assert not {"form", "title", "lines", "destination"} & row.keys()
    assert partner.get("/applications?state=withdrawn").json()["items"] == []


def test_it_reads_its_own_part(partner: Program, ident: str) -> None:
    answer = partner.get(f"/applications/{ident}")
    assert answer.status_code == 200
    assert [each["number"] for each in answer.json()["parties"]] == [40]
    assert "Magnet" not in json.dumps(answer.json()["parties"])


def test_it_searches_nothing_of_others(partner: Program, ident: str) -> None:  # noqa: ARG001 - is there
    for query in ("q=CN", "destination=JP"):
        answer = partner.get(f"/applications?{query}")
        assert (answer.status_code, answer.json()["error"]["code"]) == (422, "unusable")


@pytest.mark.parametrize("path", ["papers", "events", "difference", "secrets"])
def test_a_refusal_says_what_it_may_read_and_whom_to_ask(
    partner: Program, ident: str, path: str
) -> None:
    answer = partner.get(f"/applications/{ident}/{path}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "as_party")
    assert "GET /api/v1/applications" in answer.json()["error"]["message"]


def test_what_does_not_name_it_is_not_there(partner: Program, signatory: Program) -> None:
    other = filed(signatory)
    assert partner.get(f"/applications/{other}").status_code == 404
    assert partner.get("/applications").json() == {"items": [], "next": None}
