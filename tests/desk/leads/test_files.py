from __future__ import annotations

import io
import os
import time
from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications.errors import PaperRefused
from monazite.desk.leads import services
from monazite.desk.leads.services import Given
from monazite.desk.papers import unnamed
from monazite.desk.papers.taking import take_in
from monazite.desk.running.verify import verify
from support.batches import books
from support.papers import PDF

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

pytestmark = pytest.mark.django_db


@pytest.fixture
def root(settings: Settings, tmp_path: Path) -> Path:
    settings.PAPERS_ROOT = tmp_path
    return tmp_path


def _aged(root: Path) -> list[Path]:
    """Every stored file, made older than any upload takes."""
    files = [path for path in root.glob("??/*") if path.is_file()]
    long_ago = time.time() - unnamed.AGE_S - 60
    for path in files:
        os.utime(path, (long_ago, long_ago))
    return files


def test_the_sweep_leaves_what_a_tip_names_and_takes_what_nothing_names(root: Path) -> None:
    books()
    taken = take_in("../../route.pdf", io.BytesIO(PDF))
    assert taken.name == "route.pdf"
    told = Given("CN", "third_country", "text", own=False, name="", contact="")
    services.tell(told, [taken])
    assert len(_aged(root)) == 1
    assert unnamed.sweep(root) == 0
    assert verify().whole
    take_in("other.csv", io.BytesIO(b"a,b\n1,2\n"))
    assert len(_aged(root)) == 2
    assert unnamed.sweep(root) == 1


def test_what_is_not_taken_leaves_nothing_behind(root: Path) -> None:
    for name, content in (("a.exe", b"MZ"), ("a.pdf", b"MZ"), ("a.pdf", b"")):
        with pytest.raises(PaperRefused):
            take_in(name, io.BytesIO(content))
    assert [path for path in root.rglob("*") if path.is_file()] == []
