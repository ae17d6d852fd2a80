"""A challenge as the API tells it: what is internal, to officials alone."""

from __future__ import annotations

from monazite.customs.challenge import machine
from monazite.desk.api.shapes.challenges import (
    ChallengeAnsweredShape,
    ChallengeShape,
    GatePaperShape,
    IdentificationShape,
    JudgementShape,
    SampleShape,
)
from monazite.desk.gate.challenge_listing import judgements_for
from monazite.desk.gate.models import Challenge, GatePaper, Judgement, Sample
from monazite.desk.gate.services.challenging.papers import papers_for
from monazite.desk.gate.services.challenging.running_out import last_day_of
from monazite.desk.people.models import AGENCY, Person


def whole(person: Person, challenge: Challenge) -> ChallengeShape:
    """Everything of it that the person may read."""
    declaration = challenge.declaration
    official = person.organisation.kind == AGENCY
    papers = papers_for(person, declaration)
    samples = challenge.samples.order_by("number") if official else []
    return ChallengeShape(
        id=challenge.pk,
        declaration=declaration.pk,
        declaration_number=declaration.number,
        number=challenge.number,
        state=challenge.state,
        waits_for=machine().waits_for[challenge.state],
        items=challenge.items,
        grounds=challenge.grounds,
        text=challenge.text,
        issued_at=challenge.issued_at,
        answer_by=last_day_of(challenge),
        closed_at=challenge.closed_at,
        notice=challenge.notice,
        notice_sha256=challenge.notice_sha256,
        papers=[paper(each) for each in papers],
        answers=_answers(challenge, {str(each.pk) for each in papers}),
        samples=[_sample(each) for each in samples],
        identification=_identification(challenge, official=official),
        judgements=[_judgement(each) for each in judgements_for(person, challenge)],
    )


def paper(row: GatePaper) -> GatePaperShape:
    """A file at a declaration."""
    return GatePaperShape(
        id=row.pk, kind=row.kind, name=row.name, sha256=row.sha256, size=row.size,
        media_type=row.media_type, scan=row.scan, uploaded_at=row.uploaded_at,
    )  # fmt: skip


def _answers(challenge: Challenge, readable: set[str]) -> list[ChallengeAnsweredShape]:
    return [
        ChallengeAnsweredShape(
            number=row.number, at=row.at, text=row.text,
            papers=[ident for ident in row.papers if ident in readable],
        )
        for row in challenge.answers.order_by("number")
    ]  # fmt: skip


def _sample(row: Sample) -> SampleShape:
    return SampleShape(
        number=row.number, item=row.item, laboratory=row.laboratory, method=row.method,
        taken_on=row.taken_on, form=row.form, contains=row.contains, text=row.text, at=row.at,
    )  # fmt: skip


def _identification(challenge: Challenge, *, official: bool) -> IdentificationShape | None:
    asked = getattr(challenge, "identification", None)
    if asked is None:
        return None
    text = asked.text if official else ""
    return IdentificationShape(office=asked.office.name, text=text, asked_at=asked.asked_at)


def _judgement(row: Judgement) -> JudgementShape:
    return JudgementShape(
        number=row.number, by_office=row.by_office, finding=row.finding, disposal=row.disposal,
        grounds=row.grounds, text=row.text, state=row.state, signed_at=row.signed_at,
        said=row.said, notice=row.notice, notice_sha256=row.notice_sha256,
    )  # fmt: skip
