"""A case is held, and the hold ends: dated, reasoned, and seen by the applicant."""

from __future__ import annotations

import uuid
from datetime import date

from django.db import transaction
from django.utils import timezone

from monazite.desk.applications.errors import Refused
from monazite.desk.applications.written import reason as written
from monazite.desk.cases.clocks import kept
from monazite.desk.cases.models import Case, Hold, Release
from monazite.desk.cases.prints import HOLD, RELEASE
from monazite.desk.cases.services.held import held
from monazite.desk.cases.services.moving import marked
from monazite.desk.cases.waits import coming, open_holds, step
from monazite.desk.events.append import Who
from monazite.desk.events.prints import ROWS, plain
from monazite.desk.people.models import Person
from monazite.errors import InputError
from monazite.law.procedure import NotAllowed
from monazite.licensing.casework.clock import GO, STOP
from monazite.licensing.casework.regime import casework
from monazite.licensing.transitions import machine

_STATES = (
    "accepted", "in_review", "awaiting_applicant", "referred_up", "deciding", "reopened",
    "under_reconsideration",
)  # fmt: skip
"""Where a decision can still be waited for: what was decided, or ended, cannot be held."""


@transaction.atomic
def hold(
    person: Person,
    ident: uuid.UUID,
    reason: str,
    text: str,
    until: date | None,
    via: str,
    *,
    seen: int | None = None,
) -> Hold:
    """Hold the case for a reason that the regime knows; Refused while another hold is open.

    The state stays as it is, and nothing is proposed or signed; until: a day to come on which it is
    looked at again. The clock stands still only where the law of the reason says so.
    """
    case = held(person, ident, "case.hold", seen)
    _can_be_held(case)
    found = _new(case, person, reason, text, until)
    said = {
        "hold": found.number, "reason": found.reason, "until": plain(found.until),
        "stops_clock": found.stops_clock,
    }  # fmt: skip
    stop = (step(case, STOP, found.placed_at, found),) if found.stops_clock else ()
    told = {ROWS: {"holds": {str(found.number): HOLD.of(found)}}}
    marked(case, "held", Who(person.pk, via), said, told, **kept(case, *stop))
    found.save(force_insert=True)
    return found


@transaction.atomic
def release(
    person: Person, ident: uuid.UUID, number: int, text: str, via: str, *, seen: int | None = None
) -> Release:
    """End the hold of that number; Refused where none is open, and where it ended meanwhile."""
    case = held(person, ident, "case.release", seen)
    ended = next(iter(open_holds(case)), None)
    if ended is None:
        raise Refused("no_hold")
    if ended.number != number:
        raise Refused("hold_stale")
    end = Release(
        hold=ended, text=written("text", text), released_by=person, released_at=timezone.now()
    )
    go = (step(case, GO, end.released_at, ended),) if ended.stops_clock else ()
    told = {ROWS: {"releases": {str(ended.number): RELEASE.of(end)}}}
    said = {"hold": ended.number, "reason": ended.reason}
    marked(case, "released", Who(person.pk, via), said, told, **kept(case, *go))
    end.save(force_insert=True)
    return end


def _can_be_held(case: Case) -> None:
    state = case.application.state
    if state not in _STATES:
        raise NotAllowed(state, "hold", machine().allowed(state))
    if open_holds(case):
        raise Refused("held_already")


def _new(case: Case, person: Person, reason: str, text: str, until: date | None) -> Hold:
    known = casework(case.application.regime).holds
    if reason not in known:
        raise InputError("reason", reason, ", ".join(known), "choice")
    return Hold(
        case=case, number=case.holds.count() + 1, reason=reason, text=written("text", text),
        until=coming(case, "until", until), stops_clock=known[reason].stops_clock,
        placed_by=person, placed_at=timezone.now(),
    )  # fmt: skip
