"""A report of another customs system about a line: kept, and entered as what it comes to.

The report and its entries are written in one transaction in which nobody else moves the line. A
report that came before gets its first answer, and one that cannot be entered is not kept at all: it
may be sent again when what stood in its way is gone.
"""

from __future__ import annotations

from datetime import UTC, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from monazite.catalogue.oxides import LIMIT
from monazite.catalogue.units import unit
from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import ROWS
from monazite.desk.licences.codes import written
from monazite.desk.licences.lineage import lineage
from monazite.desk.licences.models import Licence, LicenceLine, Movement, Report
from monazite.desk.licences.prints import report_told
from monazite.desk.licences.reported import Answer, ReportRefused, Said
from monazite.desk.licences.services.looking import hold
from monazite.desk.licences.services.moving import move
from monazite.desk.licences.stood import against
from monazite.desk.people.may import require
from monazite.desk.people.models import Person
from monazite.errors import InputError
from monazite.law.store import load
from monazite.ledger.licence import COMPLETED
from monazite.ledger.messages import Applied, Message, apply
from monazite.ledger.movements import CONTRA
from monazite.ledger.units import Converted, to_line
from monazite.ledger.units import Said as In

_SKEW = timedelta(minutes=5)
"""How far ahead another system's clock may be."""
_ID_MAX = 64
_SEQUENCE_MAX = 2**31 - 1
_PREFIX = "report:"
"""Of the ids of the entries that a report leads to."""


def report(person: Person, said: Said, via: str) -> Answer:
    """Keep it and enter what it comes to, or give the answer that it was given before.

    Refused, with every reason, where there is no such line under the person's regime, where it
    contradicts what was reported before, where the licence could not be used at that instant and
    where the line does not bear it; InputError for what cannot be read.
    """
    require(person, "ledger.report")
    for field in ("message_id", "declaration"):
        _readable(field, getattr(said, field))
    line = _line(person, said)
    with transaction.atomic():
        hold(line.pk, licence=True)
        return _held(person, line, said, via)


def _readable(field: str, given: str) -> None:
    if not 0 < len(given) <= _ID_MAX or not given.isprintable():
        raise InputError(field, ascii(given)[:80], f"1 to {_ID_MAX} printable characters")


def _line(person: Person, said: Said) -> LicenceLine:
    """The newest line that stands for what was named; the same refusal for every other."""
    found = LicenceLine.objects.filter(
        licence__number=written(said.licence),
        licence__regime=person.organisation.regime,
        number=said.line,
    ).first()
    if found is None:
        raise Refused("report_unknown_line", number=written(said.licence), line=said.line)
    return lineage(found)[-1]


def _held(person: Person, line: LicenceLine, said: Said, via: str) -> Answer:
    """The answer, while nobody else moves the line."""
    line.refresh_from_db()
    known = Report.objects.filter(message_id=said.message_id).first()
    if known is not None:
        return _again(known, said)
    given, before = _converted(line, said), _before(line, said)
    message = _message(line, said, given.quantity)
    applied = apply(before, message, load().zone(line.licence.regime) or UTC)
    if codes := (*applied.problems, *_problems(line, said)):
        raise ReportRefused(said.line, codes)
    _stood(line, said, applied, first=not before)
    who = Who(person.pk, via)
    kept = _kept(person, line, said, given, applied, via)
    made = [
        move(line.pk, entry, f"{_PREFIX}{said.message_id}/{number}", who)
        for number, entry in enumerate(applied.movements, 1)
    ]
    return Answer(kept, tuple(made), replayed=False)


def _again(known: Report, said: Said) -> Answer:
    """The first answer; refused where the id was used for something else."""
    same = ("declaration", "semantics", "sequence", "as_of", "substance", "value")
    given = (known.given_quantity, known.given_unit) == (said.quantity, unit(said.unit))
    if not given or any(getattr(known, name) != getattr(said, name) for name in same):
        raise ReportRefused(said.line, ("message_reused",))
    made = Movement.objects.filter(message_id__startswith=f"{_PREFIX}{said.message_id}/")
    return Answer(known, tuple(made.order_by("number")), replayed=True)


def _converted(line: LicenceLine, said: Said) -> Converted:
    """The quantity in the line's unit; of what the line counts is what its contents are."""
    counted = In(line.unit, line.contains if said.substance else "")
    on = said.as_of.date()
    for field in ("quantity", "value"):
        amount: Decimal = getattr(said, field)
        if not amount.is_finite() or amount != round(amount, 6) or abs(amount) >= LIMIT:
            raise InputError(field, amount, "a number of at most 12 digits and 6 decimals")
    return to_line(said.quantity, In(said.unit, said.substance), counted, on)


def _before(line: LicenceLine, said: Said) -> list[Message]:
    """Every report of that declaration about the line, and about those whose place it took."""
    earlier = Report.objects.filter(
        declaration=said.declaration, line__licence__in=_ancestors(line.licence)
    ).select_related("line")
    return [_told(line, row) for row in earlier if lineage(row.line)[-1].pk == line.pk]


def _ancestors(licence: Licence | None) -> list[Licence]:
    return [] if licence is None else [licence, *_ancestors(licence.replaces)]


def _told(line: LicenceLine, row: Report) -> Message:
    return Message(
        row.message_id, str(line.pk), row.declaration, row.semantics, row.sequence, row.as_of,
        row.quantity, row.value,
    )  # fmt: skip


def _message(line: LicenceLine, said: Said, quantity: Decimal) -> Message:
    return Message(
        said.message_id, str(line.pk), said.declaration, said.semantics, said.sequence, said.as_of,
        quantity, said.value,
    )  # fmt: skip


def _problems(line: LicenceLine, said: Said) -> list[str]:
    """What only this desk can see: its own declarations, and its own clock."""
    own = Movement.objects.filter(line=line, message_id__startswith=f"{said.declaration}/")
    found = {
        "own_declaration": own.exists(),
        "ahead": said.as_of.tzinfo is not None and said.as_of > timezone.now() + _SKEW,
        "too_many": said.sequence > _SEQUENCE_MAX,
    }
    return [code for code, applies in found.items() if applies]


def _stood(line: LicenceLine, said: Said, applied: Applied, *, first: bool) -> None:
    """What takes more needs a licence that stood when the goods left; what gives back does not.

    A licence for one export was completed by the first report of its one declaration.
    """
    if all(entry.kind == CONTRA for entry in applied.movements):
        return
    then = line.licence
    while then.replaces is not None and then.issued_at > said.as_of:
        then = then.replaces
    reasons = [each for each in against(then, said.as_of) if first or each != COMPLETED]
    if reasons:
        raise Refused(f"licence_not_usable.{reasons[0]}", number=then.number)


def _kept(
    person: Person, line: LicenceLine, said: Said, given: Converted, applied: Applied, via: str
) -> Report:
    """The row and its event, which the entries follow."""
    row = Report(
        line=line,
        number=line.reports.count() + 1,
        message_id=said.message_id,
        declaration=said.declaration,
        semantics=said.semantics,
        sequence=said.sequence,
        as_of=said.as_of,
        quantity=given.quantity,
        value=said.value,
        given_quantity=given.given,
        given_unit=given.given_unit,
        substance=said.substance,
        factor=given.factor,
        said={
            "covered": applied.covered,
            "owed": applied.owed,
            "missing": [list(each) for each in applied.missing],
        },
        at=timezone.now(),
        by=person,
    )
    record(line, "reported", {ROWS: report_told(row)}, Who(person.pk, via))
    row.save(force_insert=True)
    return row
