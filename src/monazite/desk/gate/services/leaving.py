"""When goods left, and how their licences stood at that instant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from django.utils import timezone

from monazite.desk.applications.errors import Refused
from monazite.desk.gate import batches
from monazite.desk.gate.models import Declaration, Left
from monazite.desk.gate.services.checking import under
from monazite.desk.gate.services.late import Entering, Late, measured
from monazite.desk.licences.models import Licence
from monazite.desk.licences.stood import against
from monazite.errors import InputError
from monazite.law.procedure import NotAllowed
from monazite.ledger.licence import EXHAUSTED

LAPSED = "lapsed"
LICENCE_FELL, TOO_LATE, BATCHES_FREE = "licence_fell", "left_too_late", "batches_free"


@dataclass(frozen=True, slots=True)
class Moment:
    """A customs day, and between which instants of it the goods left: the same where it is known.

    One that nobody knows lies between their clearance, or the day's beginning, and its end, or now.
    """

    day: date
    earliest: datetime
    latest: datetime


def when(declaration: Declaration, on: date | datetime) -> Moment:
    """The day or instant that somebody says; InputError for one that cannot be.

    Nothing leaves before it was cleared, and nothing that was not; nothing after its last day,
    unless it has lapsed.
    """
    cleared = declaration.cleared_at
    if cleared is None:
        raise NotAllowed(declaration.state, "exit", ())
    at = under(declaration.regime)
    zone = at.law.zone(at.rules.country) or UTC
    moment = _moment(on, zone, cleared)
    first = max(declaration.day, cleared.astimezone(zone).date())
    ends = [at.day, declaration.exit_by or at.day] if declaration.state != LAPSED else [at.day]
    if not (first <= moment.day <= min(ends) and cleared <= moment.latest <= timezone.now()):
        accepted = f"{first} to {min(ends)}, days of {declaration.regime}"
        days = {"first": first, "last": min(ends)}
        raise InputError("on", on.isoformat(), accepted, "day_between", **days)
    return moment


def _moment(on: date | datetime, zone: tzinfo, cleared: datetime) -> Moment:
    if isinstance(on, datetime):
        instant = on if on.tzinfo is not None else on.replace(tzinfo=zone)
        return Moment(instant.astimezone(zone).date(), instant, instant)
    begin = datetime.combine(on, time(), zone)
    end = begin + timedelta(days=1, microseconds=-1)
    return Moment(on, max(begin, cleared), max(min(end, timezone.now()), cleared))


def leaving(
    declaration: Declaration, rows: Sequence[Left], moment: Moment, freed: Sequence[Entering]
) -> Late | None:
    """What is entered late of what left; None where it is posted as it was set aside.

    Refused where a licence did not stand when its goods left: that of a reservation that has
    lapsed is entered all the same, and told as a conflict.
    """
    licences = _licences(rows)
    if declaration.state != LAPSED:
        bound = [licence for licence in licences if _bound(licence)]
        for licence in bound:
            _stood(licence, moment)
        return replace(measured(rows, moment.day, freed, {}), freed=tuple(freed)) if bound else None
    late = measured(rows, moment.day, (), {})
    found = {
        LICENCE_FELL: any(_reasons(licence, moment.latest) for licence in licences),
        TOO_LATE: declaration.exit_by is not None and moment.day > declaration.exit_by,
        BATCHES_FREE: batches.draws(declaration),
    }
    more = (code for code, applies in found.items() if applies)
    return replace(late, conflicts=(*late.conflicts, *more))


def _licences(rows: Iterable[Left]) -> list[Licence]:
    """Of what left, each licence once."""
    lines = (row.item.line for row in rows if row.posted_quantity or row.posted_value)
    return list({line.licence.pk: line.licence for line in lines if line is not None}.values())


def _bound(licence: Licence) -> bool:
    """Whether nothing is posted on it as it stands now."""
    since = (licence.suspended_since, licence.amending_since)
    return bool(licence.ended) or any(each is not None for each in since)


def _stood(licence: Licence, moment: Moment) -> None:
    reasons = _reasons(licence, moment.latest)
    if not reasons:
        return
    if not _reasons(licence, moment.earliest):
        raise Refused("left_when", number=licence.number)
    raise Refused(f"licence_not_usable.{reasons[0]}", number=licence.number)


def _reasons(licence: Licence, at: datetime) -> list[str]:
    """What the declaration itself set aside may have exhausted it, which is no reason against."""
    return [reason for reason in against(licence, at) if reason != EXHAUSTED]
