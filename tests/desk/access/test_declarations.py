"""Every page of a declaration or a manifest asks for one action, of whoever opens it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from monazite.desk.gate import services
from monazite.desk.gate.manifest_source import from_message
from monazite.desk.gate.services.manifests import lodge_manifest
from monazite.desk.people.may import may
from monazite.desk.people.models import Person
from support.at_gate import gate
from support.desk_people import organisation, person, signed_in, verified

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from support.at_gate import Gate

PAGES = {
    "declaration": "declaration.read",
    "declaration_amend": "declaration.amend",
    "manifest": "manifest.read",
}
"""Pages of one thing, with the action that opens them."""
ACTS = {
    "clear": "declaration.work",
    "hold": "declaration.work",
    "refuse": "declaration.work",
    "exit": "declaration.work",
    "grant": "declaration.work",
    "deny": "declaration.work",
    "cancel": "declaration.cancel",
    "ask_cancel": "declaration.cancel",
}
"""What is done on the page of a declaration."""
OF_A_FIRM = {
    "declaration_new": "declaration.lodge",
    "declaration_check": "declaration.lodge",
    "manifest_lodge": "manifest.lodge",
    "manifest_template": "manifest.lodge",
}
"""Pages of nothing that is there yet."""
CLOSED = frozenset({403, 404})


def _people(g: Gate) -> dict[str, Person]:
    customs = {
        role: verified(person(role, at=g.customs))
        for role in ("laboratory", "enforcement_officer", "auditor", "statistician")
    }
    return {
        "declarant": g.declarant,
        "signatory": g.w.signatory,
        "preparer": g.w.preparer,
        "own admin": person("organisation_admin", at=g.w.exporter),
        "another firm's declarant": g.stranger,
        "officer": g.officer,
        "officer elsewhere": verified(person("customs_officer", at=organisation("agency"))),
        "chief": g.w.chief,
        "partner": person("partner", at=organisation("foreign")),
        **customs,
    }


def _may(who: Person, action: str, thing: object) -> bool:
    asked = Person.objects.get(pk=who.pk)
    asked.otp_device = object()
    return may(asked, action, thing)


def _opened(who: Person, address: str, sent: dict[str, Any] | None = None) -> bool:
    client = Client()
    signed_in(client, who)
    with transaction.atomic():
        answer = client.get(address) if sent is None else client.post(address, sent)
        if answer.streaming:
            b"".join(answer)
        transaction.set_rollback(True)
    return answer.status_code not in CLOSED


@pytest.mark.slow
@pytest.mark.django_db
def test_a_page_opens_for_exactly_those_who_may(settings: Settings, tmp_path: Path) -> None:
    settings.PAPERS_ROOT = tmp_path
    g = gate()
    row = services.lodge(g.declarant, g.document(), "page")
    source = from_message("M-1", [json.loads(json.dumps(g.document()))])
    many = lodge_manifest(g.declarant, source, "each", "page")
    people = _people(g)
    things = {name: many if name == "manifest" else row for name in PAGES}
    for name, action in PAGES.items():
        thing = things[name]
        opened = {
            how for how, who in people.items() if _opened(who, reverse(name, args=[thing.pk]))
        }
        allowed = {how for how, who in people.items() if _may(who, action, thing)}
        assert opened == allowed, name
        assert allowed, name
    for name, action in ACTS.items():
        address = reverse("declaration_act", args=[row.pk, name])
        sent = {"key": "k" * 20, "seen": str(row.event_seq), "text": "why", "left_1": "1"}
        opened = {how for how, who in people.items() if _opened(who, address, sent)}
        assert opened == {how for how, who in people.items() if _may(who, action, row)}, name
    for name, action in OF_A_FIRM.items():
        args = ["json"] if name == "manifest_template" else []
        posted: dict[str, Any] | None = (
            {} if name in {"declaration_check", "manifest_lodge"} else None
        )
        address = reverse(name, args=args)
        opened = {how for how, who in people.items() if _opened(who, address, posted)}
        allowed = {how for how, who in people.items() if _may(who, action, who.organisation)}
        assert opened == allowed == {"declarant", "another firm's declarant"}, name
