from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse

from monazite.desk.licences import services
from monazite.desk.licences.models import Licence, Order
from monazite.desk.licences.standing import standing
from support.licences import issued
from support.offices import firm, person
from support.pages import official

if TYPE_CHECKING:
    from support.offices import World


def of(licence: Licence, name: str = "licence") -> str:
    return reverse(name, args=[licence.pk])


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return str(response.content.decode())


def test_the_holder_reads_the_licence_and_what_is_left(exporter: Client, w: World) -> None:
    licence = issued(w)
    shown = page(exporter, of(licence))
    for each in ("In force", licence.number, "1,800 kg left", "Ask for a change", "Granted"):
        assert each in shown.replace("\u00a0", " "), each
    assert "Suspend, restore or revoke" not in shown


def test_what_was_handed_back_is_shown_as_such(exporter: Client, w: World) -> None:
    licence = issued(w)
    assert "Handed back: 1,800" not in page(exporter, of(licence))
    services.surrender(w.signatory, licence.pk, "Not needed.", "page")
    shown = page(exporter, of(licence)).replace("\u00a0", " ")
    assert "Handed back: 1,800 kg" in shown
    assert "1,800 kg left" not in shown


def test_in_chinese(exporter: Client, w: World) -> None:
    exporter.cookies["monazite_language"] = "zh"
    shown = page(exporter, of(issued(w)))
    assert "剩余许可量" in shown
    assert "有效" in shown


def test_the_list_shows_own_licences_and_those_of_cases_one_may_read(
    exporter: Client, w: World
) -> None:
    licence = issued(w)
    for client in (exporter, official(w.chief), official(w.intake_officer)):
        assert licence.number in page(client, reverse("licences"))
        assert licence.number in page(client, reverse("licences") + "?text=cn-l-")
        assert licence.number not in page(client, reverse("licences") + "?text=nothing")


def test_strangers_know_of_nothing(w: World) -> None:
    licence = issued(w)
    client = Client()
    client.force_login(w.stranger)
    other = official(
        person(firm("agency", "Another Office", regime="CN", duty="reviewing"), "reviewer")
    )
    for each in (client, other):
        assert licence.number not in page(each, reverse("licences"))
        for name in ("licence", "licence_surrender"):
            assert each.get(of(licence, name)).status_code == 404
        assert each.get(reverse("licence_pdf", args=[licence.pk, "en"])).status_code == 404
        assert each.post(of(licence, "licence_change")).status_code == 404
        assert each.post(of(licence, "licence_order")).status_code == 404


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_pdf_comes_from_its_button(lang: str, exporter: Client, w: World) -> None:
    licence = issued(w)
    response = exporter.get(reverse("licence_pdf", args=[licence.pk, lang]))
    assert response.content.startswith(b"%PDF-")
    assert response.headers["Content-Type"] == "application/pdf"
    assert exporter.get(reverse("licence_pdf", args=[licence.pk, "fr"])).status_code == 404


def test_an_order_is_proposed_signed_and_read_by_the_holder(exporter: Client, w: World) -> None:
    licence = issued(w)
    officer, chief = official(person(w.licensing, "licensing_officer")), official(w.chief)
    sent = {"kind": "suspend", "grounds": ["end_use"], "text": "The end user is silent."}
    assert officer.post(of(licence, "licence_order"), sent).status_code == 302
    order = Order.objects.get()
    assert "The end user is silent." not in page(exporter, of(licence))
    sign = reverse("order_sign", args=[order.pk])
    assert sign not in page(officer, of(licence))
    assert officer.post(sign).status_code == 409
    assert sign in page(chief, of(licence))
    assert chief.post(sign).status_code == 302
    shown = page(exporter, of(licence))
    assert "The end user is silent." in shown
    assert "Suspended: cannot be used" in shown


def test_an_order_is_sent_back_with_a_reason(w: World) -> None:
    licence = issued(w)
    officer, chief = official(person(w.licensing, "licensing_officer")), official(w.chief)
    officer.post(
        of(licence, "licence_order"), {"kind": "revoke", "grounds": ["end_use"], "text": "Why."}
    )
    back = reverse("order_back", args=[Order.objects.get().pk])
    assert chief.post(back, {"text": ""}).status_code == 422
    assert chief.post(back, {"text": "Ask once more."}).status_code == 302
    assert "Ask once more." in page(officer, of(licence))


def test_a_change_opens_its_form(exporter: Client, w: World) -> None:
    licence = issued(w)
    response = exporter.post(of(licence, "licence_change"))
    assert response.status_code == 302
    assert "/form/application/" in response.headers["Location"]
    assert "Changes asked for" in page(exporter, of(licence))
    assert exporter.post(of(licence, "licence_change")).status_code == 409


def test_a_licence_is_handed_back_with_a_reason(exporter: Client, w: World) -> None:
    licence = issued(w)
    address = of(licence, "licence_surrender")
    assert "for good" in page(exporter, address)
    assert exporter.post(address, {"text": " "}).status_code == 422
    assert exporter.post(address, {"text": "The contract was cancelled."}).status_code == 302
    assert standing(Licence.objects.get(pk=licence.pk)).state == "surrendered"
