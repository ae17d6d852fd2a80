from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from django.test import Client

from monazite.desk.events.models import Event
from monazite.desk.people.models import Organisation, Person
from monazite.desk.running.accounts import new_link, new_organisation, new_person, new_role
from monazite.errors import InputError

pytestmark = pytest.mark.django_db


def firm(name: str = "Willow Harbour Magnets", country: str = "CN") -> dict[str, str]:
    return new_organisation(kind="exporter", name=name, country=country, identifier="91X")


@pytest.mark.parametrize(
    ("name", "field"), [("Willow Harbour Magnets", "name"), ("Other", "identifier")]
)
def test_an_organisation_that_is_there_is_not_added_again(name: str, field: str) -> None:
    held = firm()
    with pytest.raises(InputError) as caught:
        new_organisation(
            kind="exporter", name=name, country="CN", identifier="" if field == "name" else "91X"
        )
    assert caught.value.field == field
    assert held["id"] in caught.value.accepted
    assert Organisation.objects.count() == 1


def test_a_person_of_a_firm_has_roles_and_a_link_that_opens() -> None:
    firm()
    said = new_person("Willow Harbour Magnets", "Lin", "lin@example.org", "zh", ("preparer",))
    person = Person.objects.get(email="lin@example.org")
    assert person.held_roles == {"preparer"}
    assert said["roles"] == ["preparer"]
    assert Client().get(urlsplit(str(said["link"])).path).status_code == 200
    assert set(Event.objects.values_list("via", flat=True)) == {"cli"}


def test_a_role_that_the_firm_does_not_have_leaves_nobody_behind() -> None:
    firm()
    with pytest.raises(InputError) as caught:
        new_person("Willow Harbour Magnets", "Lin", "lin@example.org", "en", ("chief",))
    assert caught.value.field == "role"
    assert not Person.objects.exists()


def test_an_organisation_is_found_by_its_id_too() -> None:
    made = firm()
    new_person(made["id"], "Lin", "lin@example.org", "en", ())
    assert Person.objects.get().organisation.name == "Willow Harbour Magnets"


@pytest.mark.parametrize(
    ("said", "near"),
    [("Willow", "Willow Harbour Magnets ("), ("Nobody", "one organisation of this site")],
)
def test_an_unknown_organisation_is_answered_with_the_nearest(said: str, near: str) -> None:
    firm()
    with pytest.raises(InputError) as caught:
        new_person(said, "Lin", "lin@example.org", "en", ())
    assert near in caught.value.accepted


def test_a_name_that_two_firms_have_is_refused_with_their_ids() -> None:
    firm()
    firm(country="JP")
    with pytest.raises(InputError) as caught:
        new_person("Willow Harbour Magnets", "Lin", "lin@example.org", "en", ())
    assert all(
        str(pk) in caught.value.accepted for pk in Organisation.objects.values_list("pk", flat=True)
    )


def test_roles_and_links_are_for_people_that_there_are() -> None:
    firm()
    new_person("Willow Harbour Magnets", "Lin", "lin@example.org", "en", ())
    assert new_role(" LIN@example.org", "signatory") == {
        "email": "lin@example.org",
        "role": "signatory",
    }
    assert Person.objects.get().held_roles == {"signatory"}
    assert "first-password" in new_link("lin@example.org")["link"]


def test_nobody_is_given_what_nobody_asked_for() -> None:
    with pytest.raises(InputError, match="email"):
        new_role("no@example.org", "signatory")
    with pytest.raises(InputError, match="email"):
        new_link("no@example.org")
