"""What the reader may do to an application now: by right, and by its state."""

from __future__ import annotations

from monazite.desk.applications.models import Application
from monazite.desk.applications.sealing import has_secrets
from monazite.desk.people.may import may
from monazite.desk.people.models import Person
from monazite.licensing.transitions import machine

_EVENTS = {"amend": "supersede", "withdraw": "withdraw"}


def allowed(person: Person, application: Application) -> dict[str, bool]:
    """By the name of the deed."""
    steps = machine().allowed(application.state)
    deeds = {
        name: event in steps and may(person, f"application.{name}", application)
        for name, event in _EVENTS.items()
    }
    return deeds | {
        "open_secrets": _opens(person, application),
        "renew": may(person, "ruling.renew", application),
        "name": may(person, "reviewer.name", application),
        "copy": may(person, "application.create", person.organisation),
    }


def _opens(person: Person, application: Application) -> bool:
    """To the firm itself nothing of its form is sealed."""
    return (
        person.organisation_id != application.organisation_id
        and may(person, "application.read_secret", application)
        and has_secrets(application)
    )
