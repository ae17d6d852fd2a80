"""Trade secrets of the form through the API."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from monazite.desk.applications import services
from monazite.desk.events.models import Event
from support.api_calls import Program, program, today
from support.forms import changed, good_form, paper_files

if TYPE_CHECKING:
    from support.offices import World


@pytest.fixture
def sealed(signatory: Program) -> str:
    """The id of a filed application whose proof is a trade secret."""
    form = changed(good_form(today()), {"civil_use.secret_proof": "yes"})
    ident = signatory.post("/applications", form).json()["id"]
    for name, content in paper_files().items():
        signatory.upload(f"/applications/{ident}/papers", name, content)
    assert signatory.post(f"/applications/{ident}/file", If_Match="1").status_code == 200
    return str(ident)


def test_an_office_gets_the_form_without_them(w: World, signatory: Program, sealed: str) -> None:
    seen = program(w.chief).get(f"/applications/{sealed}").json()["form"]
    assert seen["civil_use"] == {"secret_proof": "yes"}
    assert "product_tree" not in seen
    assert "product_tree" in signatory.get(f"/applications/{sealed}").json()["form"]
    refused = program(w.chief).get(f"/applications/{sealed}/secrets")
    assert refused.status_code == 403


def test_a_named_reviewer_opens_them_with_its_scope_and_the_log_tells(
    w: World, sealed: str
) -> None:
    services.name_reviewer(w.chief, UUID(sealed), w.reviewer.pk, "page")
    address = f"/applications/{sealed}/secrets"
    answer = program(w.reviewer, "applications:read").get(address)
    assert answer.json()["error"]["code"] == "scope_missing"
    reader = program(w.reviewer)
    assert "civil_use" in reader.get(address).json()["form"]
    assert "product_tree" not in reader.get(f"/applications/{sealed}").json()["form"]
    assert Event.objects.filter(kind="secrets_opened", actor=w.reviewer.pk).count() == 1
