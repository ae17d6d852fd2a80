"""The papers of a draft beside its rows: what is asked for and not there, files without a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from monazite.catalogue.texts import keys, say
from monazite.desk.applications import services
from monazite.desk.applications.models import Paper
from monazite.desk.pages.form.fields import typed
from monazite.desk.pages.form.files import File
from monazite.desk.pages.form.sheet import Sheet
from monazite.desk.pages.form.steps import rows_of
from monazite.desk.pages.hidden import visible
from monazite.desk.people.models import Person
from monazite.law.references_said import law_words
from monazite.licensing.application import Application
from monazite.licensing.checks.claims import FITTING
from monazite.licensing.fields import vocabularies
from monazite.licensing.regime import regime
from monazite.licensing.required import required_papers

_UNSCANNED = "not_scanned"


@dataclass(frozen=True, slots=True)
class Lacking:
    """A paper that is asked for and not there, or, with a row (from 0), one without its file."""

    key: str
    kind: str
    name: str
    why: str
    law: str
    usual: bool = False
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Uploads:
    """What the papers' step shows beside the rows of the form; there: how many rows."""

    lacking: tuple[Lacking, ...]
    loose: tuple[File, ...]
    there: int
    unscanned: int
    kinds: tuple[str, ...]
    languages: tuple[str, ...]
    most: int
    chosen: bool


def uploads(sheet: Sheet, files: Mapping[str, File]) -> Uploads:
    """Everything that the papers' step shows beside the form; most: of a file, in MB."""
    return Uploads(
        lacking=lacking(sheet, files),
        loose=loose(files),
        there=len(rows_of(sheet.application.form, "papers")),
        unscanned=sum(each.paper.scan == _UNSCANNED for each in files.values()),
        kinds=tuple(vocabularies()["paper"]),
        languages=tuple(vocabularies()["language"]),
        most=settings.PAPER_BYTES_MAX // 1024**2,
        chosen=bool(sheet.checked.application.kind),
    )


def loose(files: Mapping[str, File]) -> tuple[File, ...]:
    """The files that no row describes: they would go to the offices all the same."""
    return tuple(each for each in files.values() if not each.described)


def lacking(sheet: Sheet, files: Mapping[str, File]) -> tuple[Lacking, ...]:
    """The papers that are asked for and not there, then the rows that have no file."""
    return (*_asked(sheet.checked.application, sheet.lang), *_without_file(sheet, files))


def _asked(application: Application, lang: str) -> Iterator[Lacking]:
    given = {paper.kind for paper in application.papers if not paper.translation_of}
    for each in required_papers(application, regime(application.regime)):
        if each.kind not in given:
            name = say(f"licensing.choice.paper.{each.kind}", lang)
            why = say(f"licensing.required.{each.why}", lang)
            law = law_words(each.law, lang)
            yield Lacking(each.kind, each.kind, name, why, law, each.usual)


def _without_file(sheet: Sheet, files: Mapping[str, File]) -> Iterator[Lacking]:
    for number, row in enumerate(rows_of(sheet.application.form, "papers")):
        if typed(row.get("sha256")).strip().casefold() in files:
            continue
        kind, lang = typed(row.get("kind")), sheet.lang
        key = f"licensing.choice.paper.{kind}"
        said = [say(key, lang)] if key in keys() else []
        said += [visible(typed(row[name])) for name in ("label", "file") if row.get(name)]
        name = " · ".join(said) or str(number + 1)
        why = say("desk.pages.papers.no_file_yet", lang)
        yield Lacking(f"row-{number}", kind, name, why, "", row=number)


def describe(person: Person, paper: Paper, said: Mapping[str, str], row: int | None = None) -> int:
    """A row in the form that says what the file is; its number, the old one where it has one.

    said: its kind and language, where they are known; row: the row whose file it is.
    """
    draft = paper.application
    draft.refresh_from_db()
    rows = rows_of(draft.form, "papers")
    there = [n for n, each in enumerate(rows) if each.get("sha256") == paper.sha256]
    if there:
        return there[0]
    at = len(rows) if row is None or row >= len(rows) else row
    put = {"file": paper.name, "sha256": paper.sha256, "secret": "yes" if paper.secret else "no"}
    if at == len(rows):
        put |= {"label": _label(rows)} | dict(said)
    changes = {f"papers[{at}].{name}": text for name, text in put.items() if text}
    services.save(person, draft.pk, changes, draft.version, "page")
    return at


def _label(rows: list[dict[str, Any]]) -> str:
    """P7: the first that no paper is called by."""
    used = {typed(row.get("label")) for row in rows}
    return next(label for n in range(len(rows) + 1, 10_000) if (label := f"P{n}") not in used)


def claims(form: dict[str, Any], missing: list[str]) -> dict[str, str]:
    """The values of rows for the claims that are asked and not made, with papers that fit them."""
    rows, at = rows_of(form, "papers"), len(rows_of(form, "claims"))
    put: dict[str, str] = {}
    for n, claim in enumerate(missing, at):
        put[f"claims[{n}].claim"] = claim
        kinds = FITTING.get(claim, ())
        fits = [
            typed(row.get("label")) for kind in kinds for row in rows if row.get("kind") == kind
        ]
        if fits and fits[0]:
            put[f"claims[{n}].paper"] = fits[0]
    return put
