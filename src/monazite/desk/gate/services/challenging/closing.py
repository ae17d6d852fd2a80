"""Customs has judged: the challenge closes, and the declaration is cleared, held or refused."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from monazite.customs.challenge import CONTROLLED, STOP, machine
from monazite.customs.procedure import machine as procedure
from monazite.desk.events.append import Who
from monazite.desk.gate.challenge_prints import challenge_told
from monazite.desk.gate.models import Declaration, Judgement
from monazite.desk.gate.notices import fingerprint, result
from monazite.desk.gate.services.challenging.analysing import checked_again
from monazite.desk.gate.services.checking import under
from monazite.desk.gate.services.composing import exit_by
from monazite.desk.gate.services.reserving import give_back
from monazite.desk.gate.services.stepping import step
from monazite.ledger.movements import VOID

FREE, HELD, REFUSED = "judge_free", "judge_held", "judge_refused"


def closed(judgement: Judgement, who: Who) -> None:
    """Take the step that the signed judgement leads to; its notice is drawn up with it.

    What was set aside for controlled goods is free again. What is not controlled goes on, unless
    the gate stops it by today's law and licences: then it is held, and an officer looks.
    """
    challenge, now = judgement.challenge, timezone.now()
    declaration = challenge.declaration
    event = _event(judgement, declaration)
    challenge.state, challenge.closed_at = machine().after(challenge.state, "close"), now
    judgement.notice = result(judgement, procedure().after(declaration.state, event))
    judgement.notice_sha256 = fingerprint(judgement.notice)
    told = {"challenge": challenge.number, "judgement": judgement.number}
    step(
        declaration, event, who, text=judgement.text, told=told,
        rows=challenge_told(challenge, judgement), writes=lambda: _write(judgement),
        **_columns(declaration, event, now),
    )  # fmt: skip
    if event == REFUSED:
        give_back(declaration, VOID, who)


def _event(judgement: Judgement, declaration: Declaration) -> str:
    if judgement.finding == CONTROLLED:
        return REFUSED
    return HELD if checked_again(declaration).outcome == STOP else FREE


def _columns(declaration: Declaration, event: str, now: datetime) -> dict[str, Any]:
    """Only what is cleared may leave, and until when; what is held is set aside as long."""
    if event == REFUSED:
        return {"cleared_at": None, "exit_by": None, "looked": event}
    at = under(declaration.regime)
    items = tuple(declaration.items.select_related("line__licence"))
    last = exit_by(items, at.day, at.rules)
    if event == HELD:
        return {"cleared_at": None, "exit_by": last, "looked": event}
    return {"cleared_at": now, "exit_by": last, "looked": ""}


def _write(judgement: Judgement) -> None:
    judgement.save(
        update_fields=["state", "signer", "signed_at", "said", "notice", "notice_sha256"]
    )
    judgement.challenge.save(update_fields=["state", "closed_at"])
