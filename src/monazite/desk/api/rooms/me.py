"""Who the token speaks for."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from monazite.desk.api.callers import acting
from monazite.desk.api.operations import operation
from monazite.desk.api.shapes.me import MeShape
from monazite.desk.people.models import Organisation


@operation("GET", "/me", MeShape)
def get_me(request: HttpRequest) -> dict[str, Any]:
    """The person that the token speaks for, their organisation and roles, the token's scopes."""
    person = acting(request)
    return {
        "id": person.pk,
        "name": person.name,
        "email": person.email,
        "language": person.language,
        "organisation": _organisation(person.organisation),
        "roles": sorted(person.held_roles),
        "scopes": sorted(person.scopes or ()),
    }


def _organisation(found: Organisation) -> dict[str, Any]:
    names = ("id", "kind", "name", "name_native", "country", "regime", "duty")
    return {name: getattr(found, name) for name in names}
