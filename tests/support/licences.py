"""A licence issued without the casework before it."""

from __future__ import annotations

import uuid
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from monazite.desk.events.append import Who, create
from monazite.desk.events.models import GENESIS
from monazite.desk.licences import services
from monazite.desk.licences.models import Licence, LicenceLine, Movement
from monazite.desk.licences.prints import movement_told
from monazite.desk.licences.snapshot import Signed
from monazite.licensing.casework.terms import Terms, suggest
from monazite.licensing.reading import read
from monazite.licensing.regime import regime
from support.offices import filed, law_today, person

if TYPE_CHECKING:
    from monazite.desk.applications.models import Application
    from support.offices import World


def issued(w: World, **line: Any) -> Licence:
    """A licence for the good form; line: what its lines hold otherwise than was asked."""
    return issue_for(w, filed(w), **line)


@transaction.atomic
def issue_for(w: World, application: Application, **line: Any) -> Licence:
    """The licence that the application asks for, signed by the chief and by another officer."""
    officer = person(w.licensing, "licensing_officer", uuid.uuid4().hex[:6])
    signed = [Signed(officer, timezone.now()), Signed(w.chief, timezone.now())]
    made = services.issue(
        application, uuid.uuid4(), terms_for(application, **line), ["Report each arrival."],
        Who(w.chief.pk, "page"), signed,
    )  # fmt: skip
    return Licence.objects.get(pk=made.pk)


def terms_for(application: Application, **line: Any) -> Terms:
    """What the regime suggests, with each line changed so."""
    asked = read(application.form).application
    terms = suggest(asked, regime(application.regime), law_today())
    return replace(terms, lines=tuple(replace(each, **line) for each in terms.lines))


def more_lines(first: LicenceLine, count: int) -> list[uuid.UUID]:
    """As many lines like the first, each with its grant."""
    names = [field.attname for field in LicenceLine._meta.concrete_fields]
    for number in range(2, count + 1):
        line = LicenceLine(**{name: getattr(first, name) for name in names})
        line.pk, line.number, line.event_seq, line.event_head = uuid.uuid4(), number, 0, GENESIS
        grant = Movement(
            line=line, number=1, message_id=f"grant:{number}", kind="grant",
            quantity=first.quantity, value=Decimal(), on=first.licence.valid_from,
            at=first.licence.issued_at,
        )  # fmt: skip
        told = {"licence": str(first.licence_id), "number": number, "rows": movement_told(grant)}
        with transaction.atomic():
            create(line, "granted", told, Who(None, "api"), [grant])
    lines = LicenceLine.objects.filter(licence=first.licence_id).order_by("number")
    return list(lines.values_list("pk", flat=True))
