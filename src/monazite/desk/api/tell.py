"""From rows and values to shapes: what each answer is made of."""

from __future__ import annotations

from typing import Any

from monazite.desk.api.shapes.applications import (
    ApplicationShape,
    LineShape,
    SavedShape,
    StandingShape,
    SummaryShape,
)
from monazite.desk.api.shapes.fault import FindingShape
from monazite.desk.api.shapes.precheck import OutcomeShape, PrecheckShape
from monazite.desk.applications.checking import check
from monazite.desk.applications.models import Application, FiledLine, LineRuling
from monazite.desk.applications.sealing import form_for
from monazite.desk.applications.services import Saved
from monazite.desk.applications.standing import standing
from monazite.desk.cases.standing import clock_words
from monazite.desk.people.models import Person
from monazite.licensing.findings import Finding
from monazite.licensing.precheck import Precheck

DRAFT = "draft"


def summary(found: Application) -> SummaryShape:
    """An application in a list; its organisation must have been read with it."""
    return SummaryShape(**_columns(found))


def whole(person: Person, found: Application, lang: str) -> ApplicationShape:
    """An application as the person sees it, with what a draft lacks today."""
    checked = check(found) if found.state == DRAFT else None
    return ApplicationShape(
        **_columns(found),
        standing=told_standing(found, lang),
        form=form_for(person, found),
        form_sha256=found.form_sha256,
        may_be_filed=checked is not None and checked.may_be_filed,
        findings=findings(checked.findings if checked else (), lang),
        lines=_ruled_now(checked) if checked else _filed_lines(found),
    )


def saved(done: Saved, lang: str) -> SavedShape:
    """A draft after a save, and what it lacks now."""
    checked = check(done.application)
    return SavedShape(
        version=done.version,
        changed=list(done.changed),
        may_be_filed=checked.may_be_filed,
        findings=findings(checked.findings, lang),
    )


def prechecked(checked: Precheck, lang: str) -> PrecheckShape:
    """What a pre-check says."""
    rulings = [
        OutcomeShape(
            line=line.number,
            outcome=line.outcome,
            law_hash=line.ruling.law_hash if line.ruling else None,
        )
        for line in checked.rulings
    ]
    return PrecheckShape(
        may_be_filed=checked.may_be_filed,
        findings=findings(checked.findings, lang),
        rulings=rulings,
    )


def findings(found: tuple[Finding, ...], lang: str) -> list[FindingShape]:
    """Findings with their words."""
    return [FindingShape.model_validate(finding.document(lang)) for finding in found]


def _columns(found: Application) -> dict[str, Any]:
    names = (
        "id", "reference", "title", "regime", "kind", "destination", "state", "version",
        "created_at", "changed_at", "filed_at",
    )  # fmt: skip
    return {name: getattr(found, name) for name in names} | {
        "organisation": found.organisation.name,
        "supersedes": found.supersedes_id,
        "split_from": found.split_from_id,
    }


def told_standing(found: Application, lang: str) -> StandingShape:
    """Where it is, in words."""
    now = standing(found)
    return StandingShape(
        state=now.state,
        place=now.place(lang, yours=False),
        who=now.who,
        holder=now.holder(lang),
        with_names=list(now.with_names),
        since=now.since,
        why=now.why(lang, yours=False),
        clock=clock_words(now, found, lang),
    )


def _ruled_now(checked: Precheck) -> list[LineShape]:
    return [
        LineShape(
            number=ruled.number,
            description=line.description or "",
            outcome=ruled.outcome,
            law_hash=ruled.ruling.law_hash if ruled.ruling else None,
        )
        for line, ruled in zip(checked.application.lines, checked.rulings, strict=True)
    ]


def _filed_lines(found: Application) -> list[LineShape]:
    lines = found.lines.order_by("number").prefetch_related("rulings")
    return [_filed_line(line) for line in lines]


def _filed_line(line: FiledLine) -> LineShape:
    ruling = standing_ruling(line)
    return LineShape(
        number=line.number,
        description=line.description,
        outcome=ruling.outcome if ruling else None,
        law_hash=ruling.law_hash if ruling else None,
    )


def standing_ruling(line: FiledLine) -> LineRuling | None:
    """The ruling that no other has superseded."""
    return max(line.rulings.all(), key=lambda ruling: ruling.pk, default=None)
