"""One-click sign-in: in the demo, and nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from django.http import Http404
from django.test import Client, RequestFactory
from django.urls import NoReverseMatch, reverse

from monazite.desk.people.views.demo import demo_sign_in
from support.desk_people import organisation, person

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.desk.people.models import Person


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
    assert chief.name not in client.get("/sign-in/").content.decode()


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
