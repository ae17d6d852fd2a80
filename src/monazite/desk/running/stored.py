"""The papers that lie in the site's folder against what its rows say of them."""

from __future__ import annotations

from hashlib import file_digest
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from monazite.desk.applications.models import Paper
from monazite.desk.duties.models import DutyPaper
from monazite.desk.events.verification.values import Broken
from monazite.desk.gate.models import GatePaper
from monazite.desk.leads.models import TipPaper
from monazite.desk.papers.store import path_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.db.models import QuerySet

    AnyPaper = Paper | GatePaper | TipPaper | DutyPaper


def count() -> int:
    """How many papers there are: of applications, at the gate, of tips and of duties."""
    return sum(rows.count() for rows in _tables())


def broken(progress: Callable[[int], None]) -> Iterator[Broken]:
    """Every paper whose file is missing, changed or cannot be read; progress: papers done.

    A file that several papers of a table share is read once.
    """
    done = 0
    for rows in _tables():
        for sha256, papers in groupby(rows.iterator(), key=lambda paper: paper.sha256):
            code = _fault(Path(settings.PAPERS_ROOT), sha256)
            for paper in papers:
                done += 1
                if code:
                    yield _broken(code, paper)
            progress(done)


def _tables() -> tuple[QuerySet[AnyPaper], ...]:
    """The papers of each table, those of one file together."""
    return (
        Paper.objects.order_by("sha256", "pk").only("sha256", "name", "application"),
        GatePaper.objects.order_by("sha256", "pk").only("sha256", "name", "declaration"),
        TipPaper.objects.order_by("sha256", "pk").only("sha256", "name", "tip"),
        DutyPaper.objects.order_by("sha256", "pk").only("sha256", "name", "duty"),
    )


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


def _broken(code: str, paper: AnyPaper) -> Broken:
    told = {"name": paper.name, "paper": paper.pk, "sha256": paper.sha256}
    if isinstance(paper, GatePaper):
        return Broken(f"gate_{code}", {**told, "declaration": paper.declaration_id})
    if isinstance(paper, TipPaper):
        return Broken(f"tip_{code}", {**told, "tip": paper.tip_id})
    if isinstance(paper, DutyPaper):
        return Broken(f"duty_{code}", {**told, "duty": paper.duty_id})
    return Broken(code, {**told, "application": paper.application_id})
