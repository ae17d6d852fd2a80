"""What a risk model said, on the page of a declaration: to officers with its reasons, else never."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from monazite.catalogue.texts import say
from monazite.desk.gate import services
from monazite.desk.gate.models import Declaration
from monazite.desk.gate.risk import scoring
from monazite.desk.gate.risk.scoring import score_waiting
from support.scored import REASON, in_force

if TYPE_CHECKING:
    from django.test import Client

    from support.at_gate import Gate

NEVER = "A score is a reason to look, never proof."
TOLD = ("never proof", "40% of 12", "Risk score", "Risk 90", "v-secret", "scored", 'id="score"')


def shown(client: Client, row: Declaration, lang: str = "en") -> str:
    client.cookies["lang"] = lang
    answer = client.get(reverse("declaration", args=[row.pk]), headers={"accept-language": lang})
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def row(g: Gate, monkeypatch: pytest.MonkeyPatch) -> Declaration:
    """One that is held because of its score."""
    made = services.lodge(g.declarant, g.document(), "page")
    in_force(monkeypatch, 0.9, "v-secret")
    score_waiting()
    return Declaration.objects.get(pk=made.pk)


def test_an_officer_reads_the_score_with_its_reasons_and_what_it_is_not(
    officer: Client, row: Declaration
) -> None:
    page = shown(officer, row)
    for text in ("Risk score 90 of 100", "Item 1: 90 of 100", REASON["en"], "v-secret", NEVER):
        assert text in page
    for key in ("held", "later"):
        assert say(f"desk.declaration.score.{key}", "en") in page


def test_in_the_language_of_the_officer(officer: Client, g: Gate, row: Declaration) -> None:
    g.officer.language = "zh"
    g.officer.save(update_fields=["language"])
    page = shown(officer, row, "zh")
    assert REASON["zh"] in page
    assert say("watch.targeting.caveat.law", "zh") in page
    assert REASON["en"] not in page


def test_the_declarant_reads_nothing_of_it(declarant: Client, row: Declaration) -> None:
    for address in (reverse("declaration", args=[row.pk]), reverse("declarations")):
        page = declarant.get(address).content.decode()
        assert not [text for text in TOLD if text in page]
    page = shown(declarant, row)
    assert "Held" in page
    assert say("desk.declaration.reasons_untold", "en") in page


def test_what_a_typed_name_holds_is_no_markup(
    officer: Client, g: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = services.lodge(g.declarant, g.document(), "page")
    in_force(monkeypatch, 0.1)
    monkeypatch.setitem(REASON, "en", "consignee <script>alert(1)</script>")
    assert scoring.score_waiting() == 1
    assert "<script>alert(1)" not in shown(officer, made)


def test_a_risk_that_was_taken_over_says_so(
    officer: Client, declarant: Client, g: Gate, row: Declaration
) -> None:
    made = services.amend(g.declarant, row.pk, g.document(remarks="Again."), "page")
    said = say("desk.declaration.score.inherited", "en")
    assert said in shown(officer, made)
    assert said not in shown(declarant, made)


def test_without_a_score_nothing_is_said_to_be_low(officer: Client, g: Gate) -> None:
    made = services.lodge(g.declarant, g.document(), "page")
    page = shown(officer, made)
    assert 'id="score"' not in page
    assert say("desk.declaration.nothing_found", "en") in page
    assert "of 100" not in page
