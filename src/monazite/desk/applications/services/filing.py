"""Filing: what is checked, numbered, laid down in rows and handed to the offices, all at once."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone

from monazite.desk.applications.checking import check
from monazite.desk.applications.errors import CannotBeFiled
from monazite.desk.applications.filed.concerned import concerned
from monazite.desk.applications.filed.lines import first_rulings, line_rows
from monazite.desk.applications.filed.parties import party_rows
from monazite.desk.applications.filed.references import next_reference
from monazite.desk.applications.filed.statements import write
from monazite.desk.applications.following import followed
from monazite.desk.applications.models import Application, NamedOffice
from monazite.desk.applications.prints import filed_rows
from monazite.desk.applications.services.held import held, same_version, step
from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import ROWS, plain
from monazite.desk.people.models import Person
from monazite.law.finding import ERROR
from monazite.licensing.precheck import Precheck


# Within `once` the transaction is its: a savepoint of our own would be two more round trips.
@transaction.atomic(savepoint=False)
def file(person: Person, ident: uuid.UUID, version: int | None, via: str) -> Application:
    """File the draft as it stands at `version`; CannotBeFiled with nothing changed."""
    draft = held(person, ident, "application.file")
    state = step(draft, "file")
    same_version(draft, version)
    checked = check(draft)
    if any(finding.severity == ERROR for finding in checked.findings):
        raise CannotBeFiled(checked.findings)
    who = Who(person.pk, via)
    _supersede(draft, who)
    laid = _lay_down(draft, checked)
    followed("filed", draft, who)
    _number(draft, person, who, state, laid)
    return draft


def _supersede(draft: Application, who: Who) -> None:
    """The application that this one amends ends with this one's filing."""
    if (old := draft.supersedes) is not None:
        state = step(old, "supersede")
        told = {"by": str(draft.pk)}
        record(old, "superseded", told, who, state=state, changed_at=timezone.now())
        followed("superseded", old, who)


def _lay_down(draft: Application, checked: Precheck) -> dict[str, object]:
    """Its rows; what the event tells of them, and the ids of the offices it is laid before."""
    now, asked = timezone.now(), checked.application
    found = concerned(draft.regime, asked.parties)
    offices = [
        NamedOffice(application=draft, agency_id=pk, duty=duty, since=now)
        for pk, duty in found.offices
    ]
    lines = line_rows(draft, asked.lines)
    rulings = first_rulings(lines, checked.rulings, now)
    parties = party_rows(draft, asked.parties, found)
    write(parties, offices, lines, rulings)
    return {
        "offices": [str(pk) for pk, _ in found.offices],
        ROWS: filed_rows(parties, lines, rulings, offices),
    }


def _number(
    draft: Application, person: Person, who: Who, state: str, laid: dict[str, object]
) -> None:
    """Last, because every filing of a regime and year waits for the row that counts them."""
    now = timezone.now()
    reference = next_reference(draft.regime, now.year)
    told = {
        "version": draft.version,
        "form": draft.form_sha256,
        "reference": reference,
        "filed_by": str(person.pk),
        "filed_at": plain(now),
        **laid,
    }
    record(
        draft,
        "filed",
        told,
        who,
        state=state,
        reference=reference,
        filed_at=now,
        filed_by_id=person.pk,
        changed_at=now,
    )
