"""Acts of a review: begun, widened, handed out, advised on, and settled where offices disagree."""

from __future__ import annotations

from monazite.desk.cases import services
from monazite.desk.cases.consolidation import REVIEW
from monazite.desk.cases.given import Given
from monazite.desk.cases.services.consulting import offices
from monazite.desk.cases.services.current import REVIEWED
from monazite.desk.pages.cases.acts.act import VIA, Act, Asked
from monazite.desk.pages.cases.acts.fields import Field, area, checks, lines, radios, select
from monazite.desk.pages.cases.acts.sent import Sent
from monazite.desk.pages.cases.choices import options
from monazite.desk.pages.cases.look import Look
from monazite.desk.people.named import named
from monazite.licensing.casework.advice import NOT_OURS, POSITIONS


def _begin(asked: Asked) -> object:
    return services.begin_review(asked.person, asked.ident, VIA, seen=asked.sent.seen)


def _consult(asked: Asked) -> object:
    sent = asked.sent
    agency, why = sent.ident("agency"), sent.text("why")
    return services.consult(asked.person, asked.ident, agency, why, VIA, seen=asked.sent.seen)


def _consult_fields(look: Look) -> tuple[Field, ...]:
    found = [(str(each.pk), named(each, look.lang)) for each in offices(look.case)]
    return (select("agency", found), area("why"))


def _given(sent: Sent) -> Given:
    """Advice, or a settlement; what does not belong to the position is not sent with it."""
    return Given(
        position=sent.text("position"),
        grounds=sent.chosen("grounds"),
        conditions=sent.lines("conditions"),
        text=sent.text("text"),
    )


def _advise(asked: Asked) -> object:
    return services.advise(asked.person, asked.ident, _given(asked.sent), VIA, seen=asked.sent.seen)


def _asked_here(look: Look) -> bool:
    own = look.person.organisation_id
    asked = any(task.kind == REVIEW and task.agency_id == own for task in look.tasks)
    return look.application.state in REVIEWED and asked


def _advise_fields(look: Look) -> tuple[Field, ...]:
    """Filled with what the office said before: a new advice takes its place."""
    own = (row for row in look.advice if row.agency_id == look.person.organisation_id)
    last = max(own, key=lambda row: row.at, default=None)
    if last is None:
        return _opinion(look, POSITIONS, "", (), (), "")
    return _opinion(look, POSITIONS, last.position, last.grounds, last.conditions, last.text)


def _settle(asked: Asked) -> object:
    sent = asked.sent
    return services.settle(asked.person, asked.ident, _given(sent), sent.seen, VIA)


def _unsettled(look: Look) -> bool:
    return look.application.state in REVIEWED and look.together.unsettled


def _settle_fields(look: Look) -> tuple[Field, ...]:
    positions = tuple(each for each in POSITIONS if each != NOT_OURS)
    return _opinion(look, positions, "", (), (), "")


def _opinion(
    look: Look,
    positions: tuple[str, ...],
    position: str,
    grounds: tuple[str, ...],
    conditions: tuple[str, ...],
    text: str,
) -> tuple[Field, ...]:
    return (
        radios("position", options("position", positions, look.lang), position),
        area("text", text),
        checks("grounds", options("factor", look.rules.factors, look.lang), grounds),
        lines("conditions", conditions),
    )


ACTS = (
    Act("begin_review", "case.route", ("begin_review",), _begin, weight="main"),
    Act("settle", "conflict.settle", (), _settle, _settle_fields, _unsettled, weight="main"),
    Act("advise", "advice.give", (), _advise, _advise_fields, _asked_here, weight="main"),
    Act("consult", "case.route", ("propose",), _consult, _consult_fields),
)
