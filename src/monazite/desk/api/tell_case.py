"""What the API tells officials of a case; each section as far as the reader may see it."""

from __future__ import annotations

from uuid import UUID

from monazite.desk.api import tell_queue, tell_waits
from monazite.desk.api.shapes.cases import (
    AdviceShape,
    CaseShape,
    ConsolidationShape,
    DecisionShape,
    EarlierShape,
    NoteShape,
    ReferralShape,
    RoutingShape,
    RuleShape,
    ScreenedShape,
    ScreeningShape,
    SentShape,
    TaskShape,
)
from monazite.desk.cases.consolidation import together
from monazite.desk.cases.history import Earlier, earlier
from monazite.desk.cases.models import Advice, Case, Decision, Referral, Routing, Screening
from monazite.desk.cases.models.decisions import STANDING
from monazite.desk.cases.notes import notes
from monazite.desk.cases.screened import of_row
from monazite.desk.people.may import may
from monazite.desk.people.models import Person
from monazite.desk.people.named import named
from monazite.licensing.casework import routing as rules

READ_ALL = "advice.read_all"


def whole(person: Person, ident: UUID, lang: str) -> CaseShape:
    """The case of that application, as it stands; the caller has asked whether it may be read."""
    with_all = Case.objects.select_related("application__organisation", "agency", "officer")
    case = with_all.get(application_id=ident)
    application, everything = case.application, may(person, READ_ALL, case.application)
    return CaseShape(
        id=application.pk,
        reference=application.reference or "",
        title=application.title,
        regime=application.regime,
        kind=application.kind,
        destination=application.destination,
        state=application.state,
        organisation=named(application.organisation, lang),
        seq=case.event_seq,
        opened_at=case.opened_at,
        closed_at=case.closed_at,
        agency=named(case.agency, lang) if case.agency else "",
        officer=case.officer.name if case.officer else "",
        clock=tell_waits.clock(case),
        tasks=_tasks(case, lang),
        routing=_routing(case.routings.order_by("-number").first(), lang),
        screening=_screening(case.screenings.order_by("-number").first(), lang),
        advice=_advice(case, person, lang, everything=everything),
        consolidation=_consolidation(case) if everything else None,
        questions=tell_waits.questions(case),
        holds=tell_waits.holds(case),
        referrals=_referrals(case),
        decisions=_decisions(case, everything=everything),
        notes=_notes(person, case, lang),
        earlier=[_earlier(each) for each in earlier(person, case)],
    )


def _tasks(case: Case, lang: str) -> list[TaskShape]:
    rows = case.tasks.select_related("agency", "assignee").order_by("number")
    return [tell_queue.task(row, named(row.agency, lang), lang) for row in rows]


def _routing(row: Routing | None, lang: str) -> RoutingShape | None:
    if row is None:
        return None
    routed = rules.of_document(row.trace)
    return RoutingShape(
        at=row.at,
        rules=row.rules,
        offices=[SentShape(office=sent.office, rule=sent.rule) for sent in routed.offices],
        refer_up=routed.refer_up,
        no_limit=routed.no_limit,
        flags=list(routed.flags),
        trace=[_rule(asked, lang) for asked in routed.trace],
    )


def _rule(asked: rules.Asked, lang: str) -> RuleShape:
    return RuleShape(
        rule=asked.rule,
        answer=asked.answer,
        effective=asked.effective,
        why=asked.why(lang),
        reasons=list(asked.reasons(lang)),
        law=asked.law_text(lang),
    )


def _screening(row: Screening | None, lang: str) -> ScreeningShape | None:
    if row is None:
        return None
    answers = [
        ScreenedShape(party=each.party, name=each.name, result=each.result, said=each.said(lang))
        for each in of_row(row).answers
    ]
    return ScreeningShape(at=row.at, screener=row.screener, lists=row.lists, answers=answers)


def _advice(case: Case, person: Person, lang: str, *, everything: bool) -> list[AdviceShape]:
    """What every office said for who may read it all, else what the reader's own office said."""
    rows = case.advice.select_related("agency", "author").order_by("at", "id")
    if not everything:
        rows = rows.filter(agency_id=person.organisation_id)
    found = list(rows)
    gone = {row.supersedes_id for row in found}
    return [_said(row, lang, stands=row.pk not in gone) for row in found]


def _said(row: Advice, lang: str, *, stands: bool) -> AdviceShape:
    return AdviceShape(
        office=named(row.agency, lang),
        author=row.author.name,
        at=row.at,
        position=row.position,
        grounds=row.grounds,
        conditions=row.conditions,
        text=row.text,
        law_hash=row.law_hash,
        stands=stands,
    )


def _consolidation(case: Case) -> ConsolidationShape:
    found = together(case)
    total = found.consolidation
    return ConsolidationShape(
        state=total.state,
        position=total.position,
        grounds=list(total.grounds),
        conditions=list(total.conditions),
        waiting_for=list(total.waiting_for),
        settled=found.position,
    )


def _referrals(case: Case) -> list[ReferralShape]:
    rows = case.referrals.select_related("hand_back").order_by("number")
    return [_referral(row) for row in rows]


def _referral(row: Referral) -> ReferralShape:
    back = getattr(row, "hand_back", None)
    return ReferralShape(
        number=row.number,
        office=row.office,
        text=row.text,
        referred_at=row.referred_at,
        answer=back.text if back else None,
        answered_at=back.entered_at if back else None,
    )


def _decisions(case: Case, *, everything: bool) -> list[DecisionShape]:
    """An office that only advises does not see what nobody has signed."""
    rows = case.decisions.select_related("author", "signer").order_by("number")
    return [_decision(row) for row in (rows if everything else rows.filter(state=STANDING))]


def _decision(row: Decision) -> DecisionShape:
    names = (
        "number", "kind", "outcome", "state", "grounds", "conditions", "text", "terms",
        "proposed_at", "signed_at",
    )  # fmt: skip
    return DecisionShape(
        **{name: getattr(row, name) for name in names},
        author=row.author.name,
        signer=row.signer.name if row.signer else "",
    )


def _notes(person: Person, case: Case, lang: str) -> list[NoteShape]:
    return [
        NoteShape(
            number=row.number,
            author=row.author.name,
            office=named(row.agency, lang),
            at=row.at,
            text=row.text,
            shared=row.shared,
        )
        for row in notes(person, case)
    ]


def _earlier(found: Earlier) -> EarlierShape:
    return EarlierShape.model_validate(
        {
            "id": found.application.pk,
            "reference": found.application.reference or "",
            "filed_at": found.filed_at,
            "state": found.application.state,
            "parties": list(found.parties),
            "items": [" ".join(item) for item in found.items],
            "outcome": found.outcome or None,
        }
    )
