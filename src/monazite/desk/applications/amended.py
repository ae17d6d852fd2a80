"""What an amendment changes of the application that it amends."""

from __future__ import annotations

from monazite.desk.applications.models import Application
from monazite.desk.applications.sealing import form_for
from monazite.desk.people.models import Person
from monazite.licensing.difference import Change, difference


def changes(person: Person, amendment: Application) -> tuple[Change, ...]:
    """Each changed field that the person may see, key or minor; () for what amends nothing."""
    old = amendment.supersedes
    if old is None:
        return ()
    return difference(form_for(person, old), form_for(person, amendment))
