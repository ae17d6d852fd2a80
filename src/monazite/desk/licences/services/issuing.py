"""A licence is issued: numbered, laid down with its lines and their grants, and fingerprinted."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils import timezone

from monazite.desk.applications.errors import Refused
from monazite.desk.applications.filed.references import next_number
from monazite.desk.applications.models import Application, FiledLine
from monazite.desk.events.append import Who, create
from monazite.desk.events.prints import ROWS, plain, text_sha256
from monazite.desk.licences.codes import check_code
from monazite.desk.licences.models import Licence, LicenceLine, Movement
from monazite.desk.licences.prints import lines_told, movement_told, texts_sha256
from monazite.desk.licences.services.replacing import open_change, replace, replaceable
from monazite.desk.licences.snapshot import Signed, fingerprint, snapshot
from monazite.law.store import load
from monazite.ledger.movements import GRANT

if TYPE_CHECKING:
    from monazite.licensing.casework.terms import TermLine, Terms


def issue(
    application: Application,
    decision_id: uuid.UUID,
    terms: Terms,
    conditions: Sequence[str],
    who: Who,
    signed: Sequence[Signed],
) -> Licence:
    """The licence that a decision grants; call inside the transaction that signs it.

    signed: the decision's signatures, which the licence prints. Where the application asked for a
    change of a licence, the new one replaces it and what was used is carried over. Refused where
    the application has a licence, and where the licence to be changed cannot be replaced now.
    """
    if Licence.objects.filter(application=application).exists():
        raise Refused("licence_exists", reference=application.reference)
    now = timezone.now()
    change = open_change(application)
    licence = _licence(application, decision_id, terms, conditions, now)
    licence.replaces = replaceable(change) if change else None
    lines = _lines(licence, terms)
    licence.terms = snapshot(licence, lines, signed)
    licence.terms_sha256 = fingerprint(licence.terms)
    create(licence, "issued", _told(licence) | {ROWS: lines_told(lines)}, who)
    for line in lines:
        _grant(line, who, now)
    if change:
        replace(change, licence, lines, who)
    return licence


def _licence(
    application: Application,
    decision_id: uuid.UUID,
    terms: Terms,
    conditions: Sequence[str],
    now: datetime,
) -> Licence:
    year = load().today(application.regime).year
    return Licence(
        number=next_number(f"{application.regime}-L-{year}"),
        application=application,
        decision=decision_id,
        organisation=application.organisation,
        regime=application.regime,
        kind=application.kind,
        issued_at=now,
        valid_from=terms.valid_from,
        valid_until=terms.valid_until,
        conditions=list(dict.fromkeys([*terms.conditions, *conditions])),
        check_code=check_code(),
    )


def _lines(licence: Licence, terms: Terms) -> list[LicenceLine]:
    """One for each line of the terms, with what was filed of it."""
    filed = {line.number: line for line in licence.application.lines.all()}
    return [_line(licence, filed[line.number], line) for line in terms.lines]


def _line(licence: Licence, filed: FiledLine, line: TermLine) -> LicenceLine:
    return LicenceLine(
        licence=licence,
        number=line.number,
        description=filed.description,
        form=filed.form,
        contains=filed.contains,
        control_code=filed.control_code,
        hs=filed.hs,
        controlled_by=line.controlled_by,
        unit=filed.unit,
        quantity=line.quantity,
        currency=filed.currency,
        value=line.value,
        sub_period_days=line.sub_period_days,
        sub_period_quantity=line.sub_period_quantity,
        sub_period_value=line.sub_period_value,
        uses_max=line.uses_max,
    )


def _told(licence: Licence) -> dict[str, object]:
    """What the first event tells; the check code, which opens the public page, by its SHA-256."""
    return {
        "number": licence.number,
        "application": str(licence.application_id),
        "decision": str(licence.decision),
        "organisation": str(licence.organisation_id),
        "regime": licence.regime,
        "kind": licence.kind,
        "issued_at": plain(licence.issued_at),
        "valid_from": plain(licence.valid_from),
        "valid_until": plain(licence.valid_until),
        "terms": licence.terms_sha256,
        "conditions": texts_sha256(licence.conditions),
        "check_code": text_sha256(licence.check_code),
        "replaces": str(licence.replaces_id) if licence.replaces_id else None,
    }


def _grant(line: LicenceLine, who: Who, now: datetime) -> None:
    """The line and the first entry of its account: what may be moved at all."""
    movement = Movement(
        line=line,
        number=1,
        message_id=f"{GRANT}:{line.licence.number}:{line.number}",
        kind=GRANT,
        quantity=line.quantity or Decimal(),
        value=line.value or Decimal(),
        on=line.licence.valid_from,
        at=now,
        by_id=who.person,
    )
    told = {"licence": str(line.licence_id), "number": line.number, ROWS: movement_told(movement)}
    line.entries = movement.number
    create(line, "granted", told, who)
    movement.save()
