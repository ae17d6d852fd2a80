"""The papers that lie in the site's folder against what its rows say of them."""

from __future__ import annotations

from hashlib import file_digest
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from monazite.desk.applications.models import Paper
from monazite.desk.events.verification.values import Broken
from monazite.desk.papers.store import path_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def count() -> int:
    """How many papers there are."""
    return Paper.objects.count()


def broken(progress: Callable[[int], None]) -> Iterator[Broken]:
    """Every paper whose file is missing, changed or cannot be read; progress: papers done.

    A file that several papers share is read once.
    """
    done = 0
    rows = Paper.objects.order_by("sha256", "pk").only("sha256", "name", "application")
    for sha256, papers in groupby(rows.iterator(), key=lambda paper: paper.sha256):
        code = _fault(Path(settings.PAPERS_ROOT), sha256)
        for paper in papers:
            done += 1
            if code:
                yield Broken(code, _values(paper))
        progress(done)


def _fault(root: Path, sha256: str) -> str | None:
    """What is wrong with a file, None where nothing is."""
    try:
        with path_of(root, sha256).open("rb") as file:
            same = file_digest(file, "sha256").hexdigest() == sha256
    except (FileNotFoundError, ValueError):
        return "paper_missing"
    except OSError:
        return "paper_unreadable"
    return None if same else "paper_changed"


def _values(paper: Paper) -> dict[str, object]:
    return {
        "name": paper.name,
        "paper": paper.pk,
        "application": paper.application_id,
        "sha256": paper.sha256,
    }
