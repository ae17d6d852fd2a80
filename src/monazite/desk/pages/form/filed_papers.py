"""The papers of a draft: files with their rows in the form, and what is asked for and missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from monazite.catalogue.texts import say
from monazite.desk.applications import services
from monazite.desk.applications.models import Paper
from monazite.desk.pages.amounts import size
from monazite.desk.pages.form.sheet import Sheet
from monazite.desk.pages.form.steps import rows_of
from monazite.desk.people.models import Person
from monazite.licensing.application import Application
from monazite.licensing.fields import vocabularies
from monazite.licensing.regime import regime
from monazite.licensing.required import required_papers


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper that is asked for; given: by so many papers of the form."""

    kind: str
    name: str
    why: str
    law: str
    usual: bool
    given: int


@dataclass(frozen=True, slots=True)
class File:
    """A file of the draft; described: a row of the form says what it is."""

    paper: Paper
    size: str
    described: bool


def uploads(sheet: Sheet) -> dict[str, object]:
    """Everything that the papers' step shows beside the form."""
    application = sheet.checked.application
    return {
        "wanted": wanted(application, sheet.lang),
        "files": files(list(sheet.application.papers.order_by("uploaded_at")), application),
        "kinds": vocabularies()["paper"],
        "languages": vocabularies()["language"],
        "most": settings.PAPER_BYTES_MAX // 1024**2,
    }


def wanted(application: Application, lang: str) -> tuple[Wanted, ...]:
    """The papers for this kind of licence, with which of them are there."""
    given = [paper.kind for paper in application.papers]
    return tuple(
        Wanted(
            kind=each.kind,
            name=say(f"licensing.choice.paper.{each.kind}", lang),
            why=say(f"licensing.required.{each.why}", lang),
            law=each.law,
            usual=each.usual,
            given=given.count(each.kind),
        )
        for each in required_papers(application, regime(application.regime))
    )


def files(papers: Sequence[Paper], application: Application) -> tuple[File, ...]:
    """The files, those that no row describes among them."""
    said = {paper.sha256 for paper in application.papers if paper.sha256}
    return tuple(File(each, size(each.size), each.sha256 in said) for each in papers)


def describe(person: Person, paper: Paper, kind: str, language: str) -> int:
    """A row in the form that says what the file is; its number, the old one where it has one."""
    draft = paper.application
    draft.refresh_from_db()
    rows = rows_of(draft.form, "papers")
    there = [n for n, row in enumerate(rows) if row.get("sha256") == paper.sha256]
    if there:
        return there[0]
    said = {
        "label": f"P{len(rows) + 1}", "kind": kind, "file": paper.name, "sha256": paper.sha256,
        "language": language, "secret": "yes" if paper.secret else "no",
    }  # fmt: skip
    at = len(rows)
    changes = {f"papers[{at}].{name}": text for name, text in said.items() if text}
    services.save(person, draft.pk, changes, draft.version, "page")
    return at
