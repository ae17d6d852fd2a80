"""People of the desk for tests: organisations and roles made through the services."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from django_otp.plugins.otp_totp.models import TOTPDevice

from monazite.desk.people.models import AGENCY, LICENSING
from monazite.desk.people.services import add_organisation, add_person, grant_role

if TYPE_CHECKING:
    from django.test import Client

    from monazite.desk.people.models import Organisation, Person

PASSWORD = "a long sentence of its own"  # noqa: S105 - of tests
_numbers = itertools.count(1)


def organisation(kind: str = "exporter", *, duty: str = "", name: str = "") -> Organisation:
    """An organisation of that kind; an agency licenses unless said otherwise."""
    return add_organisation(
        None,
        "cli",
        kind=kind,
        name=name or f"{kind} {next(_numbers)}",
        country="CN",
        regime="CN" if kind == AGENCY else "",
        duty=duty or (LICENSING if kind == AGENCY else ""),
    )


def person(*roles: str, at: Organisation, password: str = "", email: str = "") -> Person:
    """Somebody of it with these roles, not verified; with a password where one is given."""
    number = next(_numbers)
    made = add_person(
        None, "cli", organisation=at, name=f"P{number}", email=email or f"p{number}@firm.example"
    )
    for role in roles:
        grant_role(None, "cli", made, role)
    if password:
        made.set_password(password)
        made.save()
    return made


def verified(who: Person) -> Person:
    """The person as after the second factor."""
    who.otp_device = object()
    return who


def signed_in(client: Client, who: Person) -> Client:
    """The client as this person's browser, after the second factor where one is asked."""
    client.force_login(who)
    if who.organisation.kind in {"agency", "operator"}:
        device, _ = TOTPDevice.objects.get_or_create(user=who, name="test", confirmed=True)
        session = client.session
        session["otp_device_id"] = device.persistent_id
        session.save()
    return client
