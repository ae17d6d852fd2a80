"""What happened to a declaration is told on its page, to each side what it may know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse

from monazite.desk.events.signing import Signer
from monazite.desk.gate.models import Declaration
from monazite.desk.offline.services import merge
from support.challenges import analysed, answered, court, handed_in, judged, lodged
from support.pages import official
from support.posts import document, home, let_go, taken

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from monazite.customs.offline.journal import Exit
    from support.at_gate import Gate

CAME_IN = ("The challenge was answered", "A laboratory reported on a sample", "A paper was added")
WEIGHED = "Customs weighs the challenge"


def history(client: Client, row: Declaration) -> str:
    page = client.get(reverse("declaration", args=[row.pk])).content.decode()
    return page.split('<ol class="timeline">')[1].split("</ol>")[0]


@pytest.mark.django_db
def test_answers_and_reports_are_told_and_what_is_weighed_is_the_offices(
    settings: Settings, tmp_path: Path
) -> None:
    settings.PAPERS_ROOT = tmp_path
    c = court()
    row = lodged(c)
    answered(c, row)
    handed_in(row, c.g.declarant)
    analysed(c, row, "Fe=66%, Nd=31%, Dy=2%, B=1%")
    judged(c, row, "controlled", "returned")
    firm = Client()
    firm.force_login(c.g.declarant)
    own, offices = history(firm, row), history(official(c.g.officer), row)
    for words in CAME_IN:
        assert words in own
        assert words in offices
    assert (WEIGHED in own, WEIGHED in offices) == (False, True)
    assert c.laboratory.name not in own
    assert own.index(CAME_IN[1]) < own.index(CAME_IN[0])


def test_who_took_it_in_from_a_post_speaks_for_the_office(
    g: Gate, declarant: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.SIGNING_KEY = tmp_path / "signing.pem"
    signer = Signer.new()
    settings.SIGNING_KEY.write_bytes(signer.pem())
    (tmp_path / "public.pem").write_bytes(signer.public_pem())
    snapshot = taken(g)
    exits: list[Exit] = []
    let_go(snapshot, exits, document(g, 100))
    merge(g.officer, snapshot.pk, home(snapshot, exits), "page")
    row = Declaration.objects.get()
    assert "customs_officer" not in history(declarant, row)
    page = declarant.get(reverse("declaration", args=[row.pk])).content.decode()
    assert "Left a post without its line" in page
    assert row.journal[:12] in page
