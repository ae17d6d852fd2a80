from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from monazite.desk.events.append import Who
from monazite.desk.leads import services
from monazite.desk.leads.models import Lead
from monazite.desk.leads.services import Given
from monazite.desk.papers.taking import Taken
from support.batches import books
from support.desk_people import signed_in

if TYPE_CHECKING:
    from support.batches import Books

ARITHMETIC = {
    "terms": [
        {"term": "exported", "side": "out", "mass_kg": "12", "source": "1", "at_least": False},
        {"term": "stock", "side": "in", "mass_kg": None, "source": "–", "at_least": False},
    ],
    "excess_kg": None, "unknown": ["stock"],
    "over_quota": [{"year": 2026, "stage": "mine", "made_kg": "9", "quota_kg": "8"}],
}  # fmt: skip


@pytest.fixture
def held(db: None) -> Books:  # noqa: ARG001
    return books()


@pytest.fixture
def lead(held: Books) -> Lead:
    with transaction.atomic():
        office = held.inspector.organisation
        about = {"firm": "Example Mining", "regime": "CN"}
        return services.open_lead("illegal_mining", about, ARITHMETIC, office, Who(None, "worker"))


@pytest.fixture
def officer(held: Books) -> Client:
    return signed_in(Client(), held.inspector)


def _do(officer: Client, lead: Lead, act: str, **sent: str) -> int:
    lead.refresh_from_db()
    body = {"seen": str(lead.event_seq), **sent}
    return officer.post(reverse("lead_act", args=[lead.pk, act]), body).status_code


def test_the_list_and_the_page_show_the_arithmetic_in_words(officer: Client, lead: Lead) -> None:
    listed = officer.get(reverse("leads")).content.decode()
    assert "more out than quota" in listed
    page = re.sub(r"\s+", " ", officer.get(reverse("lead", args=[lead.pk])).content.decode())
    assert "<td>exported</td><td>out</td><td>12</td>" in page
    assert "<td>stock when the books were opened</td><td>in</td><td>unknown</td>" in page
    assert "<td>mine</td><td>9</td><td>8</td>" in page


def test_it_is_taken_remarked_closed_and_opened_again(officer: Client, lead: Lead) -> None:
    assert _do(officer, lead, "take") == 302
    assert _do(officer, lead, "remark", text="asked the mine") == 302
    assert _do(officer, lead, "close", outcome="explained", text=" ") == 422
    assert _do(officer, lead, "close", outcome="explained", text="stock of 2024") == 302
    assert "asked the mine" in officer.get(reverse("lead", args=[lead.pk])).content.decode()
    assert lead.pk not in [each.pk for each in officer.get(reverse("leads")).context["rows"]]
    closed = officer.get(reverse("leads") + "?closed=1")
    assert [each.pk for each in closed.context["rows"]] == [lead.pk]
    assert list(officer.get(reverse("leads") + "?closed=1&kind=tip").context["rows"]) == []
    assert _do(officer, lead, "reopen", text="new papers") == 302
    assert _do(officer, lead, "vanish") == 404


def test_what_cannot_be_done_now_is_a_conflict(officer: Client, lead: Lead) -> None:
    answer = officer.post(reverse("lead_act", args=[lead.pk, "ask"]), {"seen": "1", "text": "Who?"})
    assert answer.status_code == 409
    assert "Nobody told" in answer.content.decode()
    stale = officer.post(reverse("lead_act", args=[lead.pk, "take"]), {"seen": "0"})
    assert stale.status_code == 409


@pytest.mark.parametrize("who", ["officer", "maker", "buyer"])
def test_nobody_else_knows_that_there_is_one(held: Books, lead: Lead, who: str) -> None:
    client = signed_in(Client(), getattr(held, who))
    assert client.get(reverse("lead", args=[lead.pk])).status_code == 404
    assert client.post(reverse("lead_act", args=[lead.pk, "take"]), {}).status_code == 404
    assert list(client.get(reverse("leads")).context["rows"]) == []


def test_a_tip_is_shown_with_its_thread_and_a_lost_file_is_said(
    held: Books, officer: Client
) -> None:
    told = Given(
        "CN", "outside_licence", "<b>more</b> than licensed", own=True, name="", contact=""
    )
    services.tell(told, [Taken("a.pdf", "0" * 64, 1, "application/pdf", "clean")])
    lead = Lead.objects.get()
    page = officer.get(reverse("lead", args=[lead.pk])).content.decode()
    assert "&lt;b&gt;more&lt;/b&gt; than licensed" in page
    assert "Nobody gave a name." in page
    assert "mitigates" in page
    paper = lead.tip.papers.get()
    assert officer.get(reverse("tip_paper", args=[paper.pk])).status_code == 409
    stranger = signed_in(Client(), held.maker)
    assert stranger.get(reverse("tip_paper", args=[paper.pk])).status_code == 404
