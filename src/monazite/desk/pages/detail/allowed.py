"""What the reader may do to an application now: by right, and by its state."""

from __future__ import annotations

from monazite.desk.applications.models import Application
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
        "renew": may(person, "ruling.renew", application),
        "name": may(person, "reviewer.name", application),
        "copy": may(person, "application.create", person.organisation),
    }
