"""Orders that wait for a hand are found, and one that was refused keeps what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from monazite.desk.licences import services
from monazite.desk.licences.models import Order
from support.licences import issued
from support.offices import person
from support.pages import official

if TYPE_CHECKING:
    from django.test import Client

    from support.offices import World

WAITS = "1 order about a licence waits for your signature"
MARK = "An order waits for a signature"


@pytest.mark.parametrize("address", ["/", "/queue/", "/licences/"])
def test_who_may_sign_an_order_finds_it(address: str, exporter: Client, w: World) -> None:
    licence = issued(w)
    author, chief, intake = (
        official(each)
        for each in (person(w.licensing, "licensing_officer"), w.chief, w.intake_officer)
    )
    assert WAITS not in chief.get(address).content.decode()
    sent = {"kind": "suspend", "grounds": ["end_use"], "text": "The end user is silent."}
    author.post(reverse("licence_order", args=[licence.pk]), sent)
    page = chief.get(address).content.decode()
    assert WAITS in page
    assert "/licences/?waiting=1" in page
    assert licence.number in chief.get("/licences/?waiting=1").content.decode()
    for other in (author, intake):
        assert WAITS not in other.get(address).content.decode()
        assert licence.number not in other.get("/licences/?waiting=1").content.decode()
    chief.post(reverse("order_sign", args=[Order.objects.get().pk]))
    assert WAITS not in chief.get(address).content.decode()
    assert MARK not in exporter.get("/licences/").content.decode()


def test_the_list_marks_the_licence_for_officials_alone(exporter: Client, w: World) -> None:
    licence = issued(w)
    author = person(w.licensing, "licensing_officer")
    services.propose_order(author, licence.pk, "suspend", ["end_use"], "Silent.", "page")
    assert MARK in official(author).get("/licences/").content.decode()
    assert MARK not in exporter.get("/licences/").content.decode()


def test_an_order_without_a_ground_keeps_its_reasons(w: World) -> None:
    licence = issued(w)
    author = official(person(w.licensing, "licensing_officer"))
    address = reverse("licence_order", args=[licence.pk])
    answer = author.post(address, {"kind": "revoke", "text": "The end user is silent."})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "The end user is silent." in page
    assert '<option value="revoke" selected>' in page
    assert "It changed meanwhile" not in page
    assert not Order.objects.exists()


def test_an_order_that_came_second_shows_what_was_typed(w: World) -> None:
    licence = issued(w)
    author = person(w.licensing, "licensing_officer")
    services.propose_order(author, licence.pk, "suspend", ["end_use"], "First.", "page")
    sent = {"kind": "suspend", "grounds": ["end_use"], "text": "The second reasons."}
    answer = official(w.chief).post(reverse("licence_order", args=[licence.pk]), sent)
    assert answer.status_code == 409
    assert "The second reasons." in answer.content.decode()


def test_of_an_ended_licence_nothing_is_left(exporter: Client, w: World) -> None:
    licence = issued(w)
    officer = person(w.licensing, "licensing_officer")
    order = services.propose_order(officer, licence.pk, "revoke", ["end_use"], "Why.", "page")
    services.sign_order(w.chief, order.pk, "page")
    page = exporter.get(reverse("licence", args=[licence.pk])).content.decode()
    page = page.replace("\u00a0", " ")
    assert "1,800 kg unused" in page
    assert "1,800 kg left" not in page
    assert "Left: 1,800" not in page


def test_an_auditor_is_not_told_that_there_is_no_licence(w: World) -> None:
    issued(w)
    auditor = official(person(w.licensing, "auditor"))
    page = auditor.get("/licences/").content.decode()
    assert "There is no licence yet" not in page
    assert "Your roles do not read licences" in page
    home = auditor.get("/").content.decode()
    for place in ('href="/licences/"', 'href="/applications/"'):
        assert place not in home
