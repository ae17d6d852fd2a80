"""A filed application's page: by role what one sees, and what one can begin there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from monazite.desk.applications import services
from monazite.desk.applications.models import Application, FiledParty, LineRuling
from monazite.desk.events.models import Event
from monazite.licensing.documents import read_json
from monazite.licensing.sheets import read_xlsx
from support.offices import firm, person
from support.pages import Upload, official

if TYPE_CHECKING:
    from monazite.desk.people.models import Organisation
    from support.offices import World


@pytest.fixture
def filed(w: World, draft: Application) -> Application:
    return services.file(w.signatory, draft.pk, None, "page")


def test_it_says_where_it_is_and_why_it_waits(exporter: Client, filed: Application) -> None:
    page = _detail(exporter, filed)
    for shown in ("Example Province Commerce", "45 working days", "Filed as", "1C905.a.4"):
        assert shown in page


def test_in_chinese_too(exporter: Client, filed: Application) -> None:
    exporter.cookies["monazite_language"] = "zh"
    page = _detail(exporter, filed)
    assert '<html lang="zh-Hans">' in page
    assert "办理进度与等待原因" in page


def test_an_office_reads_what_names_it_and_a_stranger_nothing(w: World, filed: Application) -> None:
    assert str(filed.reference) in _detail(official(w.intake_officer), filed)
    stranger = Client()
    stranger.force_login(w.stranger)
    assert stranger.get(reverse("detail", args=[filed.pk])).status_code == 404


def test_trade_secrets_open_for_named_reviewers_alone(
    exporter: Client, w: World, draft: Application
) -> None:
    cost = Upload("cost.csv", b"item,price\nmagnet,1\n")
    secret = services.upload(w.signatory, draft.pk, "cost.csv", cost, secret=True, via="page")
    filed = services.file(w.signatory, draft.pk, None, "page")
    address, reviewer = reverse("paper", args=[filed.pk, secret.pk]), official(w.reviewer)
    assert (_status(exporter, address), _status(reviewer, address)) == (200, 403)
    assert address not in _detail(reviewer, filed)
    chief = official(w.chief)
    chief.post(reverse("name_reviewer", args=[filed.pk]), {"person": str(w.reviewer.pk)})
    assert address in _detail(reviewer, filed)
    assert (_status(reviewer, address), _status(chief, address)) == (200, 403)


def test_a_secret_proof_is_opened_by_a_named_reviewer_and_the_log_tells(
    w: World, draft: Application
) -> None:
    changes = {"civil_use.secret_proof": "yes", "civil_use.product": "Nightshade drive"}
    version = services.save(w.signatory, draft.pk, changes, draft.version, "page").version
    filed = services.file(w.signatory, draft.pk, version, "page")
    reviewer, address = official(w.reviewer), reverse("secrets", args=[filed.pk])
    for kind in ("json", "xlsx"):
        sent = reviewer.get(reverse("written", args=[filed.pk, kind])).content
        form = read_json(sent) if kind == "json" else read_xlsx(sent)
        assert "product" not in form["civil_use"]
        assert not form.get("product_tree")
        assert "bill.pdf" not in str(form)
    page = _detail(reviewer, filed)
    assert "Nightshade" not in page
    assert "bill.pdf" not in page
    assert address not in page
    assert reviewer.post(address).status_code == 403
    services.name_reviewer(w.chief, filed.pk, w.reviewer.pk, "page")
    assert address in _detail(reviewer, filed)
    assert "Nightshade" in reviewer.post(address).content.decode()
    assert filed_events(filed, "secrets_opened") == 1
    assert "Nightshade" not in _detail(reviewer, filed)


def test_the_firm_itself_sees_its_secrets(exporter: Client, w: World, draft: Application) -> None:
    changes = {"civil_use.secret_proof": "yes", "civil_use.product": "Nightshade drive"}
    version = services.save(w.signatory, draft.pk, changes, draft.version, "page").version
    filed = services.file(w.signatory, draft.pk, version, "page")
    page = _detail(exporter, filed)
    assert "Nightshade" in page
    assert reverse("secrets", args=[filed.pk]) not in page


def filed_events(filed: Application, kind: str) -> int:
    return Event.objects.filter(aggregate_id=filed.pk, kind=kind).count()


def test_a_paper_is_found_at_its_own_application_alone(
    exporter: Client, w: World, filed: Application
) -> None:
    other = services.amend(w.signatory, filed.pk, "page")
    paper = filed.papers.first()
    assert paper is not None
    assert exporter.get(reverse("paper", args=[other.pk, paper.pk])).status_code == 404


def test_a_chief_names_a_reviewer(w: World, filed: Application) -> None:
    chief = official(w.chief)
    assert str(w.reviewer.pk) in _detail(chief, filed)
    chief.post(reverse("name_reviewer", args=[filed.pk]), {"person": str(w.reviewer.pk)})
    assert [row.person for row in filed.reviewers.all()] == [w.reviewer]
    wrong = chief.post(reverse("name_reviewer", args=[filed.pk]), {"person": "nobody"})
    assert wrong.status_code == 422


def test_an_amendment_shows_its_difference_and_its_weight(
    exporter: Client, w: World, filed: Application
) -> None:
    exporter.post(reverse("amend", args=[filed.pk]))
    draft = Application.objects.get(reference=None)
    services.save(w.signatory, draft.pk, {"contract.number": "QH-2"}, draft.version, "page")
    page = exporter.get(reverse("difference", args=[draft.pk])).content.decode()
    assert "QH-2026-118" in page
    assert "20 working days" in page
    draft.refresh_from_db()
    services.save(w.signatory, draft.pk, {"application.destination": "DE"}, draft.version, "page")
    page = exporter.get(reverse("difference", args=[draft.pk])).content.decode()
    assert "new application" in page
    assert "Germany" in page


def test_a_second_amendment_leads_to_the_open_one(exporter: Client, filed: Application) -> None:
    places = {
        exporter.post(reverse("amend", args=[filed.pk])).headers["Location"] for _ in range(2)
    }
    draft = Application.objects.get(supersedes=filed)
    assert places == {reverse("form", args=[draft.pk, "application"])}


def test_it_is_withdrawn_with_a_reason(exporter: Client, filed: Application) -> None:
    address = reverse("withdraw", args=[filed.pk])
    for reason, told in [(" ", "Say why"), ("x" * 2_001, "x" * 2_001)]:
        refused = exporter.post(address, {"reason": reason})
        assert refused.status_code == 422
        assert told in refused.content.decode()
        assert 'name="reason"' in refused.content.decode()
    exporter.post(address, {"reason": "The buyer cancelled."})
    filed.refresh_from_db()
    assert filed.state == "withdrawn"
    assert "The buyer cancelled." in _detail(exporter, filed)


def test_a_ruling_under_another_law_is_renewed_from_the_page(
    exporter: Client, filed: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Renew the rulings" not in _detail(exporter, filed)
    monkeypatch.setattr("monazite.desk.pages.detail.lines.load", _other_law)
    assert "Renew the rulings" in _detail(exporter, filed)
    assert exporter.post(reverse("renew", args=[filed.pk])).status_code == 302
    assert LineRuling.objects.count() == 1, "under the law of today nothing is to be renewed"


def test_a_foreign_party_sees_the_state_and_its_own_part(filed: Application) -> None:
    with transaction.atomic():
        motors = firm("foreign", "Example Motors KK")
    _give_account(filed, motors)
    client = Client()
    client.force_login(person(motors, "partner"))
    assert str(filed.reference) in client.get("/").content.decode()
    page = client.get(reverse("party", args=[filed.pk])).content.decode()
    assert "Hoshizora" in page
    assert "1C905" not in page
    assert client.get(reverse("detail", args=[filed.pk])).status_code == 404


def _status(client: Client, address: str) -> int:
    answer = client.get(address)
    answer.getvalue()  # a paper is a file that stays open until it is sent
    return answer.status_code


def _give_account(filed: Application, motors: Organisation) -> None:
    party = FiledParty.objects.filter(application=filed, role="end_user").get()
    FiledParty.objects.create(
        application=filed, number=50, role="end_user", name=party.name, country=party.country,
        organisation=motors,
    )  # fmt: skip


class _other_law:  # noqa: N801 - stands in for the function that loads the law
    hash = "another"


def _detail(client: Client, application: Application) -> str:
    answer = client.get(reverse("detail", args=[application.pk]))
    assert answer.status_code == 200
    return answer.content.decode()
