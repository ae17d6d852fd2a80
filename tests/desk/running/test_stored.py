"""`monazite desk verify` reads every paper: what is missing, changed or closed to it is named."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings

from monazite.catalogue.words import LANGS
from monazite.desk.applications import services
from monazite.desk.papers.store import path_of
from monazite.desk.running.verify import verify
from support.challenges import challenged, court, handed_in, lodged
from support.flushing import without_triggers
from support.forms import good_form, paper_files
from support.offices import world

if TYPE_CHECKING:
    from monazite.desk.applications.models import Paper
    from monazite.desk.events.verification.report import Report

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("home")]


@pytest.fixture
def papers() -> list[Paper]:
    """Two papers of one draft, and the first of them once more in another one."""
    made = world()
    one, other = (services.new(made.preparer, good_form(), "page").pk for _ in range(2))
    (first, content), (second, more) = list(paper_files().items())[:2]
    files = [(one, first, content), (one, second, more), (other, first, content)]
    return [
        services.upload(made.preparer, at, name, io.BytesIO(data), False, "page")  # noqa: FBT003
        for at, name, data in files
    ]


def _file(paper: Paper) -> Path:
    return path_of(Path(settings.PAPERS_ROOT), paper.sha256)


def _found(report: Report) -> set[tuple[str, str]]:
    for each in report.findings:
        said = [each.message(lang) for lang in LANGS]
        assert said[0] != said[1]
        assert all(str(each.values.get("sha256", "")) in text for text in said)
    return {(each.code, str(each.values.get("paper"))) for each in report.findings}


def test_papers_that_nobody_touched_are_whole(papers: list[Paper]) -> None:
    told: list[tuple[int, int]] = []
    report = verify(lambda done, whole: told.append((done, whole)))
    assert report.whole
    assert report.papers == len(papers) == report.document("en")["papers"]
    whole = report.events + report.papers
    assert told[-1] == (whole, whole)
    assert {of for _, of in told} == {whole}
    assert told == sorted(told)


def test_a_flipped_byte_is_named_in_every_paper_that_shares_the_file(papers: list[Paper]) -> None:
    place = _file(papers[0])
    data = bytearray(place.read_bytes())
    data[len(data) // 2] ^= 1
    place.write_bytes(data)
    report = verify()
    assert not report.whole
    assert report.errors == 2
    assert _found(report) == {("paper_changed", str(papers[n].pk)) for n in (0, 2)}


def test_a_deleted_file_is_named(papers: list[Paper]) -> None:
    _file(papers[1]).unlink()
    report = verify()
    assert report.errors == 1
    assert _found(report) == {("paper_missing", str(papers[1].pk))}


def test_what_cannot_be_read_is_named(papers: list[Paper]) -> None:
    place = _file(papers[1])
    place.unlink()
    place.mkdir()
    assert _found(verify()) == {("paper_unreadable", str(papers[1].pk))}


def test_a_row_that_names_no_hash_is_named(papers: list[Paper]) -> None:
    paper = papers[1]
    with without_triggers():
        type(paper).objects.filter(pk=paper.pk).update(sha256="../../signing.pem")
    assert ("paper_missing", str(paper.pk)) in _found(verify())


def test_a_paper_at_the_gate_is_looked_at_too() -> None:
    made = court()
    declaration = lodged(made)
    challenged(made, declaration)
    paper = handed_in(declaration, made.g.declarant)
    assert verify().whole
    path_of(Path(settings.PAPERS_ROOT), paper.sha256).unlink()
    assert _found(verify()) == {("gate_paper_missing", str(paper.pk))}
