"""The pages of organisations and people, as operators and admins use them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from monazite.desk.people.models import Organisation, Person
from monazite.desk.people.services import add_organisation, grant_role
from support.desk_people import organisation, person, signed_in

if TYPE_CHECKING:
    from collections.abc import Callable

NEW = {"kind": "exporter", "name": "Baotou Example", "country": "China", "identifier": "9115"}


@pytest.fixture
def operator(client: Client, db: None) -> Client:  # noqa: ARG001 - the tables
    return signed_in(client, person("operator", at=organisation("operator")))


@pytest.fixture
def admin(db: None) -> Person:  # noqa: ARG001 - the tables
    return person("organisation_admin", at=organisation())


def test_from_a_new_organisation_to_its_first_sign_in(operator: Client) -> None:
    added = operator.post("/organisations/", NEW)
    firm = Organisation.objects.get(name="Baotou Example")
    assert added.headers["Location"] == f"/organisations/{firm.pk}/"
    body = {"name": "Li Wei", "email": "li@firm.example", "language": "zh"}
    page = operator.post(f"/organisations/{firm.pk}/people/", body).content.decode()
    link = re.search(r"http://testserver(/first-password/[^<]+)<", page)
    assert link
    newcomer = Client()
    password = "a sentence for Li Wei"  # noqa: S105 - of a test
    newcomer.post(link.group(1), {"password": password, "again": password})
    newcomer.post("/sign-in/", {"email": "li@firm.example", "password": password})
    own = newcomer.get("/organisations/")
    assert own.headers["Location"] == f"/organisations/{firm.pk}/"
    assert "Li Wei" in newcomer.get(f"/organisations/{firm.pk}/").content.decode()


def test_an_admin_adds_people_and_roles(client: Client, admin: Person) -> None:
    signed_in(client, admin)
    here = f"/organisations/{admin.organisation_id}/"
    client.post(f"{here}people/", {"name": "Wang", "email": "w@firm.example", "language": "en"})
    wang = Person.objects.get(email="w@firm.example")
    for role in ("preparer", "signatory"):
        assert client.post(f"/people/{wang.pk}/roles/grant/", {"role": role}).status_code == 302
    client.post(f"/people/{wang.pk}/roles/end/", {"role": "preparer"})
    assert Person.objects.get(pk=wang.pk).held_roles == {"signatory"}
    assert client.post(f"/people/{wang.pk}/link/").status_code == 200
    assert client.post(f"/people/{wang.pk}/end/").status_code == 302
    assert not Person.objects.get(pk=wang.pk).is_active


@pytest.mark.parametrize("role", ["chief", "operator", "root", ""])
def test_an_admin_grants_roles_of_their_kind_alone(
    client: Client, admin: Person, role: str
) -> None:
    signed_in(client, admin)
    colleague = person(at=admin.organisation)
    assert client.post(f"/people/{colleague.pk}/roles/grant/", {"role": role}).status_code == 403
    assert Person.objects.get(pk=colleague.pk).held_roles == set()


def test_who_ends_their_own_admin_role_goes_home(client: Client, admin: Person) -> None:
    person("organisation_admin", at=admin.organisation)
    signed_in(client, admin)
    body = {"role": "organisation_admin"}
    assert client.post(f"/people/{admin.pk}/roles/end/", body).headers["Location"] == "/"


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("country", "Atlantis", "No country is called so"), ("name", "", "A name has one line"),
        ("name", "a\u202eb", "A name has one line"), ("duty", "intake", "An agency has a duty"),
        ("kind", "bank", "Choose the kind"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_said_and_kept(
    operator: Client, field: str, value: str, said: str
) -> None:
    answer = operator.post("/organisations/", NEW | {field: value})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert said in page
    assert 'value="9115"' in page


def test_an_operator_sees_people_but_cannot_enter_a_running_firm(
    operator: Client, admin: Person
) -> None:
    here = f"/organisations/{admin.organisation_id}/"
    page = operator.get(here).content.decode()
    assert admin.name in page
    assert "/roles/grant/" not in page
    body = {"name": "X", "email": "x@firm.example"}
    assert operator.post(f"{here}people/", body).status_code == 403
    assert operator.post(f"{here}end/").status_code == 302
    assert not Organisation.objects.get(pk=admin.organisation_id).active


_PATHS: list[Callable[[Person], str]] = [
    lambda p: f"/organisations/{p.organisation_id}/",
    lambda p: f"/organisations/{p.organisation_id}/people/",
    lambda p: f"/organisations/{p.organisation_id}/end/",
    lambda p: f"/people/{p.pk}/link/",
    lambda p: f"/people/{p.pk}/end/",
    lambda p: f"/people/{p.pk}/roles/grant/",
    lambda p: f"/people/{p.pk}/roles/end/",
    lambda p: f"/people/{p.pk}/factor/reset/",
]


@pytest.mark.parametrize("path", _PATHS)
def test_another_firms_people_do_not_exist_for_an_admin(
    client: Client, admin: Person, path: Callable[[Person], str]
) -> None:
    stranger = person("organisation_admin", at=organisation())
    signed_in(client, admin)
    address = path(stranger)
    send = client.get if address.endswith(f"{stranger.organisation_id}/") else client.post
    assert send(address, {"role": "preparer"}).status_code == 404
    assert (
        stranger.name not in client.get(f"/organisations/{admin.organisation_id}/").content.decode()
    )


def test_who_manages_nothing_sees_no_such_page(client: Client, admin: Person) -> None:
    preparer = person("preparer", at=admin.organisation)
    signed_in(client, preparer)
    assert client.get("/organisations/").status_code in {403, 404}
    assert client.get(f"/organisations/{admin.organisation_id}/").status_code == 404
    assert client.post(f"/people/{admin.pk}/end/").status_code == 404


def test_a_change_at_the_same_moment_is_told(
    client: Client, admin: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    from monazite.desk.people.services import roles  # noqa: PLC0415 - of this test
    from monazite.desk.people.services.acting import fresh  # noqa: PLC0415 - likewise

    colleague = person(at=admin.organisation)
    stale = fresh(admin.organisation_id)
    grant_role(None, "cli", colleague, "preparer")
    monkeypatch.setattr(roles, "fresh", lambda _: stale)
    signed_in(client, admin)
    answer = client.post(f"/people/{colleague.pk}/roles/grant/", {"role": "signatory"})
    assert answer.status_code == 409
    assert "changed meanwhile" in answer.content.decode()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_pages_of_people_are_said_in_both_languages(
    operator: Client, admin: Person, lang: str
) -> None:
    operator.cookies["monazite_language"] = lang
    for path in ("/organisations/", f"/organisations/{admin.organisation_id}/", "/password/"):
        page = operator.get(path).content.decode()
        assert ("单位" in page or "密码" in page) == (lang == "zh")


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "defence science and industry administration"), ("zh", "国防科技工业主管部门")],
)
def test_an_office_is_told_in_words_and_a_firm_by_its_number(
    lang: str, words: str, operator: Client
) -> None:
    office = add_organisation(
        None, "cli", kind="agency", name="An Office", country="CN", regime="CN", duty="reviewing",
        identifier="defence_science",
    )  # fmt: skip
    operator.post("/organisations/", NEW)
    operator.cookies["monazite_language"] = lang
    for address in ("/organisations/", f"/organisations/{office.pk}/"):
        page = operator.get(address).content.decode()
        assert words in page
        assert "defence_science" not in page
    assert "9115" in operator.get("/organisations/").content.decode()
