"""The demo's firms, offices and people, made through the services that make real ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django_otp.plugins.otp_totp.models import TOTPDevice

from monazite.catalogue.texts import say
from monazite.desk.demo.data import data
from monazite.desk.people.models import AGENCY, EXPORTER, FOREIGN, OPERATOR, Organisation, Person
from monazite.desk.people.roles import OFFICIAL, SIGNATORY
from monazite.desk.people.services import add_organisation, add_person, grant_role

VIA = "demo"
_DOMAIN = "@demo.example"
_KINDS = {"exporters": EXPORTER, "foreign": FOREIGN, "agencies": AGENCY, "operators": OPERATOR}


@dataclass(frozen=True, slots=True)
class People:
    """Everybody by the key of the data."""

    organisations: dict[str, Organisation]
    persons: dict[str, Person]

    def signatory_of(self, organisation: Organisation) -> Person:
        """Who signs for a firm."""
        return next(
            person
            for person in self.persons.values()
            if person.organisation_id == organisation.pk and SIGNATORY in person.held_roles
        )


def settle() -> People:
    """Found every organisation and let everybody in."""
    organisations = {
        key: _founded(_KINDS[group], one)
        for group, members in data("organisations").items()
        for key, one in members.items()
    }
    persons = {one["key"]: _person(one, organisations) for one in data("people")}
    return People(organisations, persons)


def _founded(kind: str, said: dict[str, str]) -> Organisation:
    agency = {"regime": "CN", "duty": said["duty"]} if kind == AGENCY else {}
    return add_organisation(
        None,
        VIA,
        kind=kind,
        name=said["name"],
        name_native=said["name_native"],
        country=said.get("country", "CN"),
        identifier=said.get("identifier", ""),
        **agency,
    )


def _person(said: dict[str, str], organisations: dict[str, Organisation]) -> Person:
    person = add_person(
        None,
        VIA,
        organisation=organisations[said["organisation"]],
        name=said["name"],
        email=said["key"] + _DOMAIN,
        language=said["language"],
    )
    for role in said["roles"]:
        grant_role(None, VIA, person, role)
    if person.organisation.kind in OFFICIAL:
        # Officials act with a second factor alone; the one of the demo hangs on no telephone.
        person.otp_device = TOTPDevice.objects.create(user=person, name="demo", confirmed=True)
    return person


def introductions(lang: str) -> Iterator[str]:
    """Who can be signed in as, one a line: name, role, organisation."""
    yield say("desk.demo.people", lang)
    found = Person.objects.select_related("organisation").filter(email__endswith=_DOMAIN)
    people = {person.email: person for person in found}
    for one in data("people"):
        person = people[one["key"] + _DOMAIN]
        held = sorted(person.held_roles)
        roles = ", ".join(say(f"desk.people.role.{role}", lang) for role in held)
        yield f"  {person.name}: {roles}, {person.organisation.name}"


def visitor() -> Person:
    """Whom a first visit goes as: the first of the data, who prepares applications."""
    first: dict[str, str] = data("people")[0]
    return Person.objects.get(email=first["key"] + _DOMAIN)
