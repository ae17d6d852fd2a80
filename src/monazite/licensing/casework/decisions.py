"""Whether a decision may be proposed: against the advice, its settlement and the law's grounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.law.finding import ERROR, WARNING, Term
from monazite.licensing.casework.advice import (
    CONFLICT,
    NOT_OURS,
    REFUSE,
    WAITING,
    WITH_CONDITIONS,
    unknown_grounds,
)
from monazite.licensing.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.law.finding import Value
    from monazite.licensing.casework.advice import Consolidation
    from monazite.licensing.casework.regime import Casework
    from monazite.licensing.casework.terms import Terms

APPROVED, APPROVED_WITH_CONDITIONS = "approved", "approved_with_conditions"
REFUSED, NOT_REQUIRED, UPHELD = "refused", "not_required", "upheld"
OUTCOMES = (APPROVED, APPROVED_WITH_CONDITIONS, REFUSED, NOT_REQUIRED, UPHELD)
"""How a case may be decided; upheld answers a request for reconsideration alone."""
APPROVALS = frozenset({APPROVED, APPROVED_WITH_CONDITIONS})
"""The outcomes that a licence follows."""
DECISION, RECONSIDERATION = "decision", "reconsideration"
KINDS = (DECISION, RECONSIDERATION)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a person proposes to decide; text: the reasons, which the applicant reads.

    kind: a decision on the case, or one on a request to look at it again; grounds: factors of the
    regime, for a refusal; terms: of the licence, None where none is to be given.
    """

    kind: str
    outcome: str
    grounds: tuple[str, ...]
    conditions: tuple[str, ...]
    text: str
    terms: Terms | None


def check(
    proposal: Proposal,
    consolidation: Consolidation,
    settlement_position: str | None,
    casework: Casework,
) -> tuple[Finding, ...]:
    """Everything that stands against the proposal; an error keeps it from being made.

    settlement_position: what a person settled the advice to, None where nobody did; a settlement
    takes the place of what the advice comes to, never of advice that is still to come.
    """
    known = proposal.outcome in OUTCOMES
    return (
        *(() if known else (_unknown(proposal),)),
        *_of_kind(proposal),
        *_of_itself(proposal, casework),
        *unknown_grounds("decision", proposal.grounds, casework),
        *(_of_advice(proposal, consolidation, settlement_position) if known else ()),
    )


def dropped(proposal: Proposal, standing: tuple[str, ...]) -> tuple[Finding, ...]:
    """What the change of a licence leaves out of the conditions that the licence has had so far.

    It may be meant: a warning, for who proposes and who signs.
    """
    if proposal.outcome not in APPROVALS:
        return ()
    gone = [text for text in standing if text not in proposal.conditions]
    code = "decision.condition_of_licence_dropped"
    return tuple(Finding(code, WARNING, "conditions", values={"condition": text}) for text in gone)


def _unknown(proposal: Proposal) -> Finding:
    accepted = tuple(Term(f"licensing.casework.outcome.{each}") for each in OUTCOMES)
    values: dict[str, Value] = {"outcome": proposal.outcome, "accepted": accepted}
    return Finding("decision.outcome_unknown", ERROR, "outcome", values=values)


def _of_kind(proposal: Proposal) -> Iterator[Finding]:
    again = proposal.kind == RECONSIDERATION
    if proposal.outcome == UPHELD and not again:
        yield Finding("decision.nothing_to_uphold", ERROR, "outcome")
    if proposal.outcome != UPHELD and again:
        yield Finding("decision.reopen_instead", ERROR, "outcome")


def _of_itself(proposal: Proposal, casework: Casework) -> Iterator[Finding]:
    outcome, law = proposal.outcome, casework.factors_law
    if not proposal.text.strip():
        yield Finding("decision.no_reasons", ERROR, "text", law)
    if outcome == REFUSED and not proposal.grounds:
        yield Finding("decision.refusal_without_grounds", ERROR, "grounds", law)
    if outcome != REFUSED and proposal.grounds:
        yield Finding("decision.grounds_without_refusal", ERROR, "grounds")
    if outcome == APPROVED_WITH_CONDITIONS and not proposal.conditions:
        yield Finding("decision.conditions_missing", ERROR, "conditions")
    if outcome != APPROVED_WITH_CONDITIONS and proposal.conditions:
        yield Finding("decision.conditions_not_meant", ERROR, "conditions")
    if outcome in APPROVALS and proposal.terms is None:
        yield Finding("decision.terms_missing", ERROR, "terms")
    if outcome not in APPROVALS and proposal.terms is not None:
        yield Finding("decision.terms_not_meant", ERROR, "terms")


def _of_advice(
    proposal: Proposal, consolidation: Consolidation, settled: str | None
) -> Iterator[Finding]:
    """A request to look again rests on the decision that stands, not on new advice."""
    if proposal.kind == RECONSIDERATION:
        return
    if consolidation.state == WAITING:
        offices = tuple(
            Term(f"licensing.casework.office.{name}") for name in consolidation.waiting_for
        )
        yield Finding("decision.advice_awaited", ERROR, "", values={"offices": offices})
        return
    if consolidation.state == CONFLICT and settled is None:
        yield Finding("decision.conflict_unsettled", ERROR, "")
        return
    yield from _departs(proposal, consolidation, settled)


def _departs(
    proposal: Proposal, consolidation: Consolidation, settled: str | None
) -> Iterator[Finding]:
    """Where it says otherwise than what was agreed or settled: that has to be settled first."""
    position = settled or consolidation.position
    refused = proposal.outcome == REFUSED
    if position not in {None, NOT_OURS} and refused != (position == REFUSE):
        said = Term(f"licensing.casework.position.{position}")
        yield Finding("decision.against_advice", ERROR, "outcome", values={"position": said})
    if position == WITH_CONDITIONS and proposal.outcome in APPROVALS:
        # What a person settled may drop a condition; what was agreed may not be thinned silently.
        severity = WARNING if settled else ERROR
        for text in consolidation.conditions:
            if text not in proposal.conditions:
                values = {"condition": text}
                yield Finding("decision.condition_left_out", severity, "conditions", values=values)
