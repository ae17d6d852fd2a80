"""One-click sign-in: in the demo, and nowhere else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from django.http import Http404
from django.test import Client, RequestFactory
from django.urls import NoReverseMatch, reverse
from django.utils.html import escape

from monazite.catalogue.texts import say
from monazite.desk.people.models import Person
from monazite.desk.people.roles import ROLES
from monazite.desk.people.views.demo import demo_sign_in
from support.desk_people import organisation, person

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


@pytest.fixture
def chief(db: None) -> Person:  # noqa: ARG001 - the tables
    return person("chief", at=organisation("agency"))


@pytest.fixture
def _demo(settings: Any) -> None:
    settings.DEMO = True
    settings.ROOT_URLCONF = "support.demo_urls"


def test_elsewhere_it_leads_nowhere(client: Client, chief: Person) -> None:
    assert client.post("/demo/sign-in/", {"person": chief.pk}).status_code == 404
    assert "_auth_user_id" not in client.session
    with pytest.raises(NoReverseMatch):
        reverse("demo_sign_in")


def test_elsewhere_the_view_itself_refuses(chief: Person) -> None:
    with pytest.raises(Http404):
        demo_sign_in(RequestFactory().post("/demo/sign-in/", {"person": chief.pk}))


def test_elsewhere_the_page_offers_nobody(client: Client, chief: Person) -> None:
    assert str(chief.pk) not in client.get("/sign-in/").content.decode()


@pytest.mark.usefixtures("_demo")
def test_in_the_demo_one_click_opens_the_site_to_an_official(client: Client, chief: Person) -> None:
    assert chief.name in client.get("/sign-in/").content.decode()
    assert client.post("/demo/sign-in/", {"person": chief.pk}).headers["Location"] == "/"
    assert client.get("/tokens/").status_code == 200


@pytest.mark.usefixtures("_demo", "chief")
@pytest.mark.parametrize("ident", ["", "x", "00000000-0000-0000-0000-000000000000", "\x00"])
def test_nobody_else_is_there(client: Client, ident: str) -> None:
    assert client.post("/demo/sign-in/", {"person": ident}).status_code == 404


@pytest.mark.usefixtures("_demo")
def test_a_form_from_elsewhere_clicks_nothing(chief: Person) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/demo/sign-in/", {"person": chief.pk}).status_code == 403
    assert strict.get("/demo/sign-in/").status_code == 405


@pytest.mark.parametrize(("demo", "there"), [("1", "True"), ("0", "False"), ("true", "False")])
def test_the_address_exists_by_the_environment(tmp_path: Path, demo: str, there: str) -> None:
    program = (
        "import django; django.setup(); from monazite.desk.people.urls import urlpatterns;"
        "print(any(p.name == 'demo_sign_in' for p in urlpatterns))"
    )
    env = os.environ | {
        "DJANGO_SETTINGS_MODULE": "monazite.desk.settings",
        "MONAZITE_HOME": str(tmp_path), "MONAZITE_DEMO": demo,
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", program], env=env, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == there


@pytest.mark.usefixtures("_demo")
def test_the_page_names_each_organisation_once_exporters_first(client: Client, db: None) -> None:  # noqa: ARG001 - the tables
    made = (
        ("operator", "A Operations", ("operator",)),
        ("agency", "B Bureau", ("licensing_officer", "chief", "reviewer", "auditor")),
        ("agency", "C Office", ("intake_officer", "customs_officer", "laboratory")),
        ("agency", "E Statistics", ("statistician", "enforcement_officer")),
        ("exporter", "Z Works", ("preparer", "signatory", "organisation_admin", "declarant")),
        ("foreign", "D Motors", ("partner",)),
    )
    firms = [(organisation(kind, name=name), roles) for kind, name, roles in made]
    for turn in range(4):  # people of one office do not come one after the other
        for firm, roles in firms:
            if turn < len(roles):
                person(roles[turn], at=firm)
    page = client.get("/sign-in/").content.decode()
    shown = re.findall(r"<h3>(.*?) <span", page)
    assert shown == [
        "Z Works", "D Motors", "B Bureau", "C Office", "E Statistics", "A Operations",
    ]  # fmt: skip
    held = [role for _, _, roles in made for role in roles]
    assert set(held) == set(ROLES)
    for role in ROLES:
        assert escape(say(f"desk.people.try.{role}", "en")) in page
    page = client.get("/sign-in/", headers={"Accept-Language": "zh"}).content.decode()
    assert all(say(f"desk.people.try.{role}", "zh") in page for role in ROLES)


@pytest.mark.usefixtures("_demo")
@pytest.mark.parametrize("own", ["en", "zh"])
@pytest.mark.parametrize("asked", ["en", "zh"])
@pytest.mark.parametrize("cookie", ["", "en", "zh"])
def test_one_click_keeps_the_language_of_the_page(
    client: Client, chief: Person, own: str, asked: str, cookie: str
) -> None:
    Person.objects.filter(pk=chief.pk).update(language=own)
    if cookie:
        client.post("/language/", {"language": cookie})
    headers = {"Accept-Language": asked}
    before = client.get("/sign-in/", headers=headers).headers["Content-Language"]
    assert before[:2] == (cookie or asked)
    client.post("/demo/sign-in/", {"person": chief.pk}, headers=headers)
    for path in ("/", "/tokens/"):
        assert client.get(path, headers=headers).headers["Content-Language"] == before
    assert Person.objects.get(pk=chief.pk).language == own


@pytest.mark.usefixtures("_demo")
def test_a_form_whose_session_ended_goes_on_with_one_click(client: Client, chief: Person) -> None:
    page = client.post("/tokens/", {"name": "a long name"}).content.decode()
    form = page.partition('action="/demo/sign-in/"')[2]
    kept = re.search(r'name="kept" value="([^"]+)"', form)
    assert kept is not None
    sent = {"person": chief.pk, "kept": kept[1]}
    assert "a long name" in client.post("/demo/sign-in/", sent).content.decode()


def test_elsewhere_a_form_whose_session_ended_names_nobody(client: Client, chief: Person) -> None:
    page = client.post("/tokens/", {"name": "a long name"}).content.decode()
    assert str(chief.pk) not in page
