from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING

import pytest
from django.conf import settings

from monazite.desk.applications import services
from monazite.desk.papers import unnamed
from monazite.desk.papers.store import path_of
from monazite.desk.running import worker
from support.offices import World, world
from support.papers import PDF, pdf

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from monazite.desk.applications.models import Application


@pytest.fixture
def w(db: None, settings: Settings, tmp_path: Path) -> World:  # noqa: ARG001
    settings.PAPERS_ROOT = tmp_path
    return world()


@pytest.fixture
def draft(w: World) -> Application:
    return services.new(w.preparer, {}, "page")


def laid(w: World, draft: Application, content: bytes, age_s: float = 0) -> Path:
    """A file in its place without a row: the process was killed before the commit."""
    stream = io.BytesIO(content)
    paper = services.receive(w.preparer, draft.pk, "a.pdf", stream, False)  # noqa: FBT003
    path = path_of(settings.PAPERS_ROOT, paper.sha256)
    then = path.stat().st_mtime - age_s
    os.utime(path, (then, then))
    return path


def test_what_no_row_names_for_a_day_is_removed(w: World, draft: Application) -> None:
    old = laid(w, draft, pdf(b"old"), unnamed.AGE_S + 60)
    young = laid(w, draft, pdf(b"young"))
    named = laid(w, draft, PDF, unnamed.AGE_S + 60)
    services.upload(w.preparer, draft.pk, "a.pdf", io.BytesIO(PDF), False, "page")  # noqa: FBT003
    os.utime(named, (1, 1))
    strange = named.parent / "not-a-hash"
    strange.touch()
    os.utime(strange, (1, 1))
    (job,) = (each for each in worker.JOBS if each.name == "sweep")
    assert job.run() == "1 files that no paper names removed"
    assert job.run() is None
    assert [path.exists() for path in (old, young, named, strange)] == [False, True, True, True]


def test_an_upload_that_finds_its_file_there_keeps_it(w: World, draft: Application) -> None:
    path = laid(w, draft, PDF, unnamed.AGE_S + 60)
    paper = services.receive(w.preparer, draft.pk, "a.pdf", io.BytesIO(PDF), False)  # noqa: FBT003
    assert unnamed.sweep(settings.PAPERS_ROOT) == 0
    services.add_paper(w.preparer, draft.pk, paper, "page")
    assert path.read_bytes() == PDF
