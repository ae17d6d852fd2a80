"""The licence of which an application asks for a change, and what stands on it so far."""

from __future__ import annotations

from monazite.desk.applications.models import Application
from monazite.desk.licences.models import Change, Licence


def changed(application: Application) -> Licence | None:
    """The licence whose change the application asks for, or asked for; None where it asks none.

    A draft that amends such an application asks on, though nothing binds it before its filing.
    """
    asked = getattr(application, "change", None)
    if asked is None and application.supersedes_id and application.filed_at is None:
        asked = Change.objects.filter(application=application.supersedes_id).first()
    return asked.licence if asked else None


def conditions_of(application: Application) -> tuple[str, ...]:
    """The conditions of the licence that is to be changed; none where there is none."""
    licence = changed(application)
    return tuple(licence.conditions) if licence else ()
