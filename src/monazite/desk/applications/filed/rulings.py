"""A ruling as a row: its outcome, its law and its document."""

from __future__ import annotations

from datetime import datetime

from monazite.desk.applications.models import FiledLine, LineRuling
from monazite.law.document import document
from monazite.law.ruling import Ruling


def ruling_row(
    line: FiledLine, ruling: Ruling, at: datetime, supersedes: LineRuling | None = None
) -> LineRuling:
    """The row, not yet written."""
    return LineRuling(
        line=line,
        ruled_at=at,
        on=ruling.situation.on,
        law_hash=ruling.law_hash,
        outcome=ruling.outcome,
        document=document(ruling.law, ruling, "en"),
        supersedes=supersedes,
    )
