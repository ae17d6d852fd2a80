from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.desk.people.language import accepted
from monazite.desk.people.models import Person
from support.desk_people import organisation, person, signed_in

if TYPE_CHECKING:
    from django.test import Client


@pytest.mark.parametrize(
    ("header", "lang"),
    [
        ("", "en"), ("zh-CN,zh;q=0.9,en;q=0.8", "zh"), ("de,en;q=0.5,zh;q=0.4", "en"),
        ("zh;q=0.1, en;q=0.2", "en"), ("fr", "en"), ("zh;q=0", "en"), ("zh;q=x", "en"),
        ("zh-Hant-TW", "zh"), (";;;,,,=", "en"), ("ZH", "zh"), ("zh;q=nan", "en"),
    ],
)  # fmt: skip
def test_a_browser_is_understood(header: str, lang: str) -> None:
    assert accepted(header) == lang


@pytest.mark.django_db
def test_the_choice_outlives_the_browser_for_who_has_signed_in(client: Client) -> None:
    who = person(at=organisation())
    signed_in(client, who)
    answer = client.post("/language/", {"language": "zh", "next": "/tokens/"})
    assert answer.headers["Location"] == "/tokens/"
    assert Person.objects.get(pk=who.pk).language == "zh"
    client.cookies.pop("monazite_language")
    assert 'lang="zh-Hans"' in client.get("/password/").content.decode()


@pytest.mark.django_db
def test_a_visitor_chooses_too_and_nonsense_changes_nothing(client: Client) -> None:
    client.post("/language/", {"language": "zh"})
    assert client.get("/sign-in/").headers["Content-Language"] == "zh-Hans"
    client.post("/language/", {"language": "tlh"})
    assert client.get("/sign-in/").headers["Content-Language"] == "zh-Hans"
    assert client.get("/language/").status_code == 405
