"""Challenges: what customs, the declarant, the laboratory and the licensing office do about one."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from monazite.desk.gate.models import Challenge, Declaration, Judgement
from monazite.desk.gate.services import challenging
from monazite.desk.gate.services.challenging import Found, Given, Verdict
from monazite.desk.gate.services.challenging.sides import side_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.desk.people.models import Person
    from support.access.calls import Call

_TEXT = "because it is so"
_FOUND = Found(1, "Lab", "XRF", date(2026, 1, 5), "", "Dy", "")


def _challenge(of: Declaration, issuer: Person, state: str) -> Challenge:
    """An open challenge of the declaration; its row alone."""
    made: Challenge = Challenge.objects.create(
        declaration=of, number=1, items=[1], grounds=["other"], text=_TEXT,
        issued_at=datetime.now(UTC), issued_by=issuer, answer_by=date(2099, 1, 1), notice={},
        notice_sha256="0" * 64, state=state,
    )  # fmt: skip
    return made


def _with_challenge(act: Callable[[Person, Declaration], object], state: str = "issued") -> Call:
    """The call about a declaration of which something is challenged."""

    def call(by: Person, thing: Declaration) -> object:
        _challenge(thing, by, state)
        return act(by, thing)

    return call


def _judge(by: Person, thing: Declaration) -> None:
    verdict = Verdict("controlled", "returned", (), _TEXT)
    challenging.judge(by, thing.pk, verdict, "page")


def _sign(by: Person, thing: Declaration) -> None:
    """What somebody of the person's own side has proposed."""
    proposed = Judgement.objects.create(
        challenge=_challenge(thing, by, "answered"), number=1, by_office=side_of(by, thing),
        finding="controlled", disposal="returned", text=_TEXT, author=thing.lodged_by,
        proposed_at=datetime.now(UTC), state="proposed",
    )  # fmt: skip
    challenging.sign_judgement(by, proposed.pk, "page")


CALLS: dict[str, Call] = {
    "challenge.issue": lambda by, thing: challenging.issue_challenge(
        by, thing.pk, Given((1,), ("other",), _TEXT), "page"
    ),
    "challenge.answer": _with_challenge(
        lambda by, thing: challenging.answer_challenge(by, thing.pk, _TEXT, (uuid.uuid4(),), "page")
    ),
    "challenge.ask": _with_challenge(
        lambda by, thing: challenging.ask_identification(by, thing.pk, _TEXT, "page")
    ),
    "challenge.judge": _with_challenge(_judge, "identification_requested"),
    "challenge.sign": _sign,
    "sample.report": _with_challenge(
        lambda by, thing: challenging.report_sample(by, thing.pk, _FOUND, "page")
    ),
}
"""By action."""
