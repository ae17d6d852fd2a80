"""A holder asks for a change of a licence (R 18): a clone of its application, filed like any other.

From its filing the licence cannot be used, until the change is granted, refused or given up. What
changes a key element is no change: it is a new application, and the licence is handed back.
"""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from monazite.desk.applications.errors import Refused
from monazite.desk.applications.models import Application
from monazite.desk.applications.services.new import drafted
from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import ROWS, plain
from monazite.desk.licences.models import Change, Licence
from monazite.desk.licences.prints import change_told
from monazite.desk.licences.services.binding import bind_lines
from monazite.desk.licences.services.held import held, in_force
from monazite.desk.licences.services.replacing import open_change
from monazite.desk.people.models import Person
from monazite.law.store import load
from monazite.licensing.difference import KEY

REFUSED, WITHDRAWN, DISCARDED, SUPERSEDED = "refused", "withdrawn", "discarded", "superseded"


@transaction.atomic
def change(person: Person, licence_id: uuid.UUID, via: str) -> Application:
    """A draft that asks for the change; Refused while another change of the licence is open."""
    licence = in_force(held(person, licence_id, "licence.change"))
    if licence.valid_until < load().today(licence.regime):
        raise Refused("licence_expired", number=licence.number)
    if Change.objects.filter(licence=licence, ended="").exists():
        raise Refused("change_open", number=licence.number)
    asked = licence.application
    draft = drafted(person, asked.form, via, of=asked, papers=list(asked.papers.all()))
    _begun(licence, draft, None, Who(person.pk, via))
    return draft


def bind(application: Application, who: Who) -> None:
    """The change was filed: the licence cannot be used from now; follows every filing.

    Refused where a key element changes, with the fields, and where the licence has ended.
    """
    asked = _taken_over(application, who) or open_change(application)
    if asked is None:
        return
    licence = in_force(asked.licence)
    if keys := weighed(licence, application):
        raise Refused("change_key", number=licence.number, paths=", ".join(keys))
    now = timezone.now()
    since = licence.amending_since or now
    asked.bound_at = now
    told = {"amending_since": plain(since), ROWS: change_told(asked)}
    record(licence, "change_filed", told, who, amending_since=since)
    bind_lines(licence, "change_filed", who)
    asked.save(update_fields=["bound_at"])


def weighed(licence: Licence, application: Application) -> tuple[str, ...]:
    """What a change must not be, of the fields that it changes: the key elements of the law.

    Refused where it changes nothing.
    """
    # The rules of casework are read where somebody acts, not where the site starts.
    from monazite.licensing.casework.change import NOTHING  # noqa: PLC0415
    from monazite.licensing.casework.change import change as asked  # noqa: PLC0415

    found = asked(licence.application.form, application.form, licence.regime)
    if found.kind == NOTHING:
        raise Refused("change_nothing", number=licence.number)
    return tuple(each.path for each in found.changed if each.weight == KEY)


def ended_change(application: Application, how: str, who: Who) -> None:
    """The change is refused, withdrawn or discarded: the licence can be used as before.

    Nothing where the application asks for no change any more. Superseded: the licence stays bound,
    the application that takes this one's place asks on.
    """
    asked = open_change(application)
    if asked is None or asked.ended:
        return
    asked.ended, asked.ended_at = how, timezone.now()
    since = asked.licence.amending_since if how == SUPERSEDED else None
    told = {"how": how, "amending_since": plain(since), ROWS: change_told(asked)}
    record(asked.licence, "change_ended", told, who, amending_since=since)
    asked.save(update_fields=["ended", "ended_at"])


def reopened_change(application: Application, who: Who) -> None:
    """The refused change is looked at anew: its licence cannot be used until that is decided.

    Nothing where the application asked for no change. Refused where the licence has ended, and
    while another change of it is open.
    """
    found = Change.objects.select_related("licence__application")
    asked = found.filter(application=application, ended=REFUSED).first()
    if asked is None:
        return
    licence = in_force(asked.licence)
    if Change.objects.filter(licence=licence, ended="").exists():
        raise Refused("change_other_open", number=licence.number)
    now = timezone.now()
    asked.bound_at, asked.ended, asked.ended_at = now, "", None
    told = {"amending_since": plain(now), ROWS: change_told(asked)}
    record(licence, "change_reopened", told, who, amending_since=now)
    bind_lines(licence, "change_reopened", who)
    asked.save(update_fields=["bound_at", "ended", "ended_at"])


def withdrawn(application: Application, who: Who) -> None:
    """Follows every withdrawal."""
    ended_change(application, WITHDRAWN, who)


def discarded(application: Application, who: Who) -> None:
    """Follows every draft that is laid aside."""
    ended_change(application, DISCARDED, who)


def superseded(application: Application, who: Who) -> None:
    """Follows every application whose amendment is filed."""
    ended_change(application, SUPERSEDED, who)


def _taken_over(application: Application, who: Who) -> Change | None:
    """The change asked on, where the application amends one that asked for it."""
    if application.supersedes_id is None:
        return None
    found = Change.objects.select_related("licence__application")
    before = found.filter(application_id=application.supersedes_id, ended=SUPERSEDED).first()
    return _begun(before.licence, application, before.bound_at, who) if before else None


def _begun(licence: Licence, draft: Application, bound_at: datetime | None, who: Who) -> Change:
    asked = Change(application=draft, licence=licence, opened_at=timezone.now(), bound_at=bound_at)
    told = {"draft": str(draft.pk), ROWS: change_told(asked)}
    record(licence, "change_begun", told, who)
    asked.save(force_insert=True)
    return asked
