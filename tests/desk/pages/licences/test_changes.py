"""A change of a licence says so wherever it is met, and its filing is weighed before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from monazite.desk.applications import services as filing
from monazite.desk.applications.models import Application
from monazite.desk.licences import services
from support.licences import issued
from support.pages import official

if TYPE_CHECKING:
    from django.test import Client

    from monazite.desk.licences.models import Licence
    from support.offices import World

ASKS = "Asks for a change of licence"
MINOR = {"transport[0].port_of_exit": "Shanghai"}
KEY = {"end_use.use": "Magnets for pumps of washing machines, same plant"}


def asked(w: World, licence: Licence, changes: dict[str, str]) -> Application:
    draft = services.change(w.preparer, licence.pk, "page")
    filing.save(w.preparer, draft.pk, changes, draft.version, "page")
    return Application.objects.get(pk=draft.pk)


def test_form_and_check_name_the_licence(exporter: Client, w: World) -> None:
    licence = issued(w)
    draft = asked(w, licence, MINOR)
    for name, args in (("form", [draft.pk, "application"]), ("check", [draft.pk])):
        page = exporter.get(reverse(name, args=args)).content.decode()
        assert ASKS in page
        assert reverse("licence", args=[licence.pk]) in page
    plain = reverse("detail", args=[licence.application_id])
    assert ASKS not in exporter.get(plain).content.decode()


def test_the_filed_change_names_it_to_applicant_and_officer(exporter: Client, w: World) -> None:
    licence = issued(w)
    draft = asked(w, licence, MINOR)
    filing.file(w.signatory, draft.pk, draft.version, "page")
    officer = official(w.intake_officer)
    for client, address in (
        (exporter, reverse("detail", args=[draft.pk])),
        (officer, reverse("case", args=[draft.pk])),
        (officer, "/queue/"),
    ):
        page = client.get(address).content.decode()
        assert ASKS in page
        assert licence.number in page


def test_the_check_says_that_filing_binds(exporter: Client, w: World) -> None:
    draft = asked(w, issued(w), MINOR)
    page = exporter.get(reverse("check", args=[draft.pk])).content.decode()
    assert "cannot be used, until the change is granted" in page
    assert 'id="file-it"' in page


@pytest.mark.parametrize(
    ("changes", "said"), [(KEY, "key elements of the licence"), ({}, "Nothing of the licence")]
)
def test_what_cannot_be_filed_is_said_before_and_by_its_label(
    changes: dict[str, str], said: str, exporter: Client, w: World
) -> None:
    draft = asked(w, issued(w), changes)
    page = exporter.get(reverse("check", args=[draft.pk])).content.decode()
    version = Application.objects.get(pk=draft.pk).version
    answer = exporter.post(reverse("file", args=[draft.pk]), {"version": version, "key": "1"})
    for shown in (page, answer.content.decode()):
        assert said in shown
        assert 'id="file-it"' not in shown
        assert "It changed meanwhile" not in shown
        assert "Nothing would bounce it" not in shown
        assert "end_use.use<" not in shown
        assert ("End use: " in shown.partition('id="change"')[2][:900]) == bool(changes)
    assert answer.status_code == 422
    assert Application.objects.get(pk=draft.pk).state == "draft"
