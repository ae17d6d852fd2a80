"""Acts that decide a case: proposed by one, signed by another, and what may follow."""

from __future__ import annotations

from monazite.desk.cases import services
from monazite.desk.cases.given import Proposal
from monazite.desk.cases.models import Decision
from monazite.desk.cases.models.decisions import PROPOSED
from monazite.desk.cases.services.refreshing import refresh
from monazite.desk.pages.cases.acts.act import VIA, Act, Asked
from monazite.desk.pages.cases.acts.fields import Field, area, checks, lines, radios
from monazite.desk.pages.cases.acts.terms import sent_terms
from monazite.desk.pages.cases.choices import options
from monazite.desk.pages.cases.look import Look
from monazite.errors import InputError
from monazite.licensing.casework.advice import WAITING
from monazite.licensing.casework.decisions import APPROVALS, OUTCOMES, UPHELD
from monazite.licensing.transitions import machine

RECONSIDERED = "under_reconsideration"


def _renew(asked: Asked) -> object:
    """Rule and screen once more: what changed is told before anything is decided on it."""
    return refresh(asked.person, asked.ident, "decision.propose", VIA)


def proposed(look: Look) -> Decision | None:
    """The decision that waits for a signature."""
    return next((row for row in look.decisions if row.state == PROPOSED), None)


def _propose(asked: Asked) -> object:
    sent = asked.sent
    outcome = sent.text("outcome")
    proposal = Proposal(
        outcome=outcome,
        grounds=sent.chosen("grounds"),
        conditions=sent.lines("conditions"),
        text=sent.text("text"),
        terms=sent_terms(sent) if outcome in APPROVALS else None,
    )
    return services.propose(asked.person, asked.ident, proposal, sent.seen, VIA)


def _propose_fields(look: Look) -> tuple[Field, ...]:
    outcomes = [outcome for outcome in OUTCOMES if outcome != UPHELD]
    return (
        radios("outcome", options("outcome", outcomes, look.lang)),
        area("text"),
        checks("grounds", options("factor", look.rules.factors, look.lang)),
        lines("conditions", _conditions(look)),
    )


def _conditions(look: Look) -> tuple[str, ...]:
    """A proposal begins with what the offices asked for, or with what it was settled to.

    Of a change first with what stands on the licence: what nobody took away goes on.
    """
    found = look.together
    source = found.settlement or found.consolidation
    standing = look.changed.conditions if look.changed else ()
    return tuple(dict.fromkeys([*standing, *source.conditions]))


def _uphold(asked: Asked) -> object:
    sent = asked.sent
    return services.uphold(asked.person, asked.ident, sent.text("text"), sent.seen, VIA)


def _decision(asked: Asked) -> Decision:
    """The one that the page named; it is of this case or of none."""
    ident = asked.sent.ident("decision")
    found = Decision.objects.filter(pk=ident, case__application=asked.ident).first()
    if found is None:
        raise InputError("decision", ident, "a decision of this case", "stale")
    return found


def _sign(asked: Asked) -> object:
    return services.sign(asked.person, _decision(asked).pk, asked.sent.seen, VIA)


def _send_back(asked: Asked) -> object:
    return services.send_back(
        asked.person, _decision(asked).pk, asked.sent.text("text"), VIA, seen=asked.sent.seen
    )


def _of_other(look: Look) -> bool:
    found = proposed(look)
    return found is not None and found.author_id != look.person.pk


def _waits(look: Look) -> bool:
    return proposed(look) is not None


def _agreed(look: Look) -> bool:
    """All advice is there, and nothing in it is left to settle."""
    found = look.together
    return found.consolidation.state != WAITING and not found.unsettled


def _which(look: Look) -> Field:
    found = proposed(look)
    return Field("decision", "hidden", values=(str(found.pk) if found else "",))


def _sign_fields(look: Look) -> tuple[Field, ...]:
    return (_which(look),)


def _back_fields(look: Look) -> tuple[Field, ...]:
    return (_which(look), area("text"))


def _text(_: Look) -> tuple[Field, ...]:
    return (area("text"),)


def _reopen(asked: Asked) -> object:
    return services.reopen(
        asked.person, asked.ident, asked.sent.text("text"), VIA, seen=asked.sent.seen
    )


def _close(asked: Asked) -> object:
    return services.close(asked.person, asked.ident, VIA, seen=asked.sent.seen)


def _looked_again(look: Look) -> bool:
    """Nobody says of their own decision that it was right."""
    return look.application.state == RECONSIDERED and not look.own_decision and not _waits(look)


def reopens(look: Look) -> bool:
    """A licence is changed or revoked, never what it stands on; nobody opens their own again."""
    return _reopenable(look) and not look.own_decision


def _reopenable(look: Look) -> bool:
    found = look.standing
    return found is not None and found.outcome not in APPROVALS and not _waits(look)


def not_own(look: Look) -> bool:
    """That it is the reader's own decision alone that keeps them from looking at it again."""
    again = look.application.state == RECONSIDERED and look.may("decision.propose")
    steps = machine().allowed(look.application.state)
    reopening = "reopen" in steps and look.may("case.reopen") and _reopenable(look)
    return look.own_decision and (again or reopening)


SIGNING = (
    Act("sign", "decision.sign", (), _sign, _sign_fields, _of_other, weight="main", before=_renew),
    Act("send_back", "decision.sign", (), _send_back, _back_fields, _of_other, weight="danger"),
)
ACTS = (
    Act(
        "propose",
        "decision.propose",
        ("propose",),
        _propose,
        _propose_fields,
        _agreed,
        weight="main",
        before=_renew,
    ),
    Act("uphold", "decision.propose", ("uphold",), _uphold, _text, _looked_again, weight="main"),
    Act("reopen", "case.reopen", ("reopen",), _reopen, _text, reopens, weight="danger"),
    Act("close", "case.close", ("close",), _close),
)
