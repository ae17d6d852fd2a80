"""A report of another customs system about a line: kept, and entered as what it comes to.

The report and its entries are written in one transaction in which nobody else moves the line. A
report that came before gets its first answer, and one that cannot be entered is not kept at all: it
may be sent again when what stood in its way is gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
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
from monazite.desk.licences.models import LicenceLine, Movement, Report
from monazite.desk.licences.prints import report_told
from monazite.desk.licences.reported import Answer, ReportRefused, Said
from monazite.desk.licences.services.bearing import stop
from monazite.desk.licences.services.looking import hold
from monazite.desk.licences.services.moving import move
from monazite.desk.licences.services.report_entries import Entries, asked_of, entries_for
from monazite.desk.licences.services.reports_before import (
    ancestors,
    as_message,
    earlier_reports,
)
from monazite.desk.licences.stood import against
from monazite.desk.people.may import require
from monazite.desk.people.models import Person
from monazite.errors import InputError
from monazite.law.store import load
from monazite.ledger.contained import to_goods
from monazite.ledger.licence import COMPLETED
from monazite.ledger.messages import Applied, Message, apply
from monazite.ledger.movements import CONTRA
from monazite.ledger.movements import Movement as Entry
from monazite.ledger.units import Converted
from monazite.ledger.units import Said as In

_SKEW = timedelta(minutes=5)
"""How far ahead another system's clock may be."""
_ID_MAX = 64
_SEQUENCE_MAX = 2**31 - 1
_YEARS = (1990, 2200)


def report(person: Person, said: Said, via: str) -> Answer:
    """Keep it and enter what it comes to, or give the answer that it was given before.

    Refused, with every reason, where there is no such line under the person's regime, where it
    contradicts what was reported before and where the licence could not be used at that instant;
    InputError for what cannot be read. Of what the line does not bear as much is entered as it
    does, the rest is kept as not borne, and the licence is stopped (`bearing`).
    """
    require(person, "ledger.report")
    for field in ("message_id", "declaration"):
        _readable(field, getattr(said, field))
    said = replace(said, declaration=written(said.declaration))
    _readable("declaration", said.declaration)
    _sometime(said)
    line = _line(person, said)
    with transaction.atomic():
        hold(line.pk, licence=True)
        return _held(person, line, said, via)


def _readable(field: str, given: str) -> None:
    if not 0 < len(given) <= _ID_MAX or not given.isprintable():
        raise InputError(field, ascii(given)[:80], f"1 to {_ID_MAX} printable characters")


def _sometime(said: Said) -> None:
    """An instant that every zone can say as a day."""
    if not _YEARS[0] <= said.as_of.year <= _YEARS[1]:
        accepted = f"an instant of the years {_YEARS[0]} to {_YEARS[1]}"
        raise InputError("as_of", said.as_of.isoformat(), accepted)


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
    given, earlier = _converted(line, said), earlier_reports(line, said.declaration)
    before = [as_message(line, row) for row in earlier]
    message = _message(line, said, given.quantity)
    applied = apply(before, message, load().zone(line.licence.regime) or UTC)
    if codes := (*applied.problems, *_problems(line, said)):
        raise ReportRefused(said.line, codes)
    wanted = asked_of(line, earlier, [*before, message], applied)
    _stood(line, said, wanted, first=not before)
    who, entering = Who(person.pk, via), entries_for(line, said, wanted)
    kept = _kept(person, line, said, given, applied, entering, via)
    made = [move(line.pk, entry, ident, who) for ident, entry in entering.made.items()]
    if entering.owed:
        stop(line.pk, {"report": said.message_id, "owed": entering.owed}, who)
    return Answer(kept, tuple(made), replayed=False)


def _again(known: Report, said: Said) -> Answer:
    """The first answer; refused where the id was used for something else."""
    same = ("declaration", "semantics", "sequence", "as_of", "substance", "value")
    given = (known.given_quantity, known.given_unit) == (said.quantity, unit(said.unit))
    if not given or any(getattr(known, name) != getattr(said, name) for name in same):
        raise ReportRefused(said.line, ("message_reused",))
    made = Movement.objects.filter(message_id__in=known.said["entries"])
    return Answer(known, tuple(made.order_by("number")), replayed=True)


def _converted(line: LicenceLine, said: Said) -> Converted:
    """The quantity in the line's unit; of what goods contain by the shares that it states."""
    from monazite.law.statement import READERS  # noqa: PLC0415 - read where somebody reports

    for field in ("quantity", "value"):
        amount: Decimal = getattr(said, field)
        if not amount.is_finite() or amount != round(amount, 6) or abs(amount) >= LIMIT:
            raise InputError(field, amount, "a number of at most 12 digits and 6 decimals")
    stated, _ = READERS["contains"](line.contains)
    given = In(said.unit, said.substance)
    return to_goods(said.quantity, given, line.unit, dict(stated or ()), said.as_of.date())


def _message(line: LicenceLine, said: Said, quantity: Decimal) -> Message:
    return Message(
        said.message_id, str(line.pk), said.declaration, said.semantics, said.sequence, said.as_of,
        quantity, said.value,
    )  # fmt: skip


def _problems(line: LicenceLine, said: Said) -> list[str]:
    """What only this desk can see: its own declarations, and its own clock.

    A declaration that drew on any line before or beside this one is its own.
    """
    own = Movement.objects.filter(
        line__licence__in=ancestors(line.licence), message_id__startswith=f"{said.declaration}/"
    )
    found = {
        "own_declaration": own.exists(),
        "ahead": said.as_of.tzinfo is not None and said.as_of > timezone.now() + _SKEW,
        "too_many": said.sequence > _SEQUENCE_MAX,
    }
    return [code for code, applies in found.items() if applies]


def _stood(line: LicenceLine, said: Said, wanted: Sequence[Entry], *, first: bool) -> None:
    """What takes more needs a licence that stood when the goods left; what gives back does not.

    A licence for one export was completed by the first report of its one declaration.
    """
    if all(entry.kind == CONTRA for entry in wanted):
        return
    then = line.licence
    while then.replaces is not None and then.issued_at > said.as_of:
        then = then.replaces
    reasons = [each for each in against(then, said.as_of) if first or each != COMPLETED]
    if reasons:
        raise Refused(f"licence_not_usable.{reasons[0]}", number=then.number)


def _kept(
    person: Person,
    line: LicenceLine,
    said: Said,
    given: Converted,
    applied: Applied,
    entering: Entries,
    via: str,
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
            "not_borne": entering.owed or None,
            "entries": list(entering.made),
        },
        at=timezone.now(),
        by=person,
    )
    record(line, "reported", {ROWS: report_told(row)}, Who(person.pk, via))
    row.save(force_insert=True)
    return row
