"""The files of a draft, as the papers' step names them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from monazite.desk.applications.models import Application, Paper
from monazite.desk.applications.sealing import secret_papers
from monazite.desk.pages.form.steps import rows_of
from monazite.desk.pages.sizes import size


@dataclass(frozen=True, slots=True)
class File:
    """A file of the draft; described: a row of the form says what it is; secret: a trade secret."""

    paper: Paper
    size: str
    described: bool
    secret: bool


def files(draft: Application) -> Mapping[str, File]:
    """The files by their hash, those that no row describes among them."""
    papers = list(draft.papers.order_by("uploaded_at"))
    sealed = secret_papers(draft, papers)
    said = {str(row.get("sha256", "")).strip().casefold() for row in rows_of(draft.form, "papers")}
    return {
        each.sha256: File(each, size(each.size), each.sha256 in said, each.sha256 in sealed)
        for each in papers
    }
