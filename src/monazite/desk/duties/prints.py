"""Which columns of the rows at a duty its events tell by SHA-256, and under which key."""

from __future__ import annotations

from monazite.desk.duties.models import DutyPaper, Report
from monazite.desk.events.prints import Print

REPORT = Print(("number", "happened_on", "place", "quantities", "text", "papers", "at", "by_id"))
PAPER = Print(
    ("id", "name", "sha256", "size", "media_type", "scan", "uploaded_by_id", "uploaded_at")
)

Told = dict[str, dict[str, str]]
"""SHA-256 by table and key, as a payload's `rows` has them."""


def report_told(report: Report) -> Told:
    """A report, by its number."""
    return {"reports": {str(report.number): REPORT.of(report)}}


def paper_told(paper: DutyPaper) -> Told:
    """A file, by its id."""
    return {"papers": {str(paper.id): PAPER.of(paper)}}
