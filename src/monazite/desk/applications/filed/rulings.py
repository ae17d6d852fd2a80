"""A ruling as a row: its outcome, its law and its document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.utils import timezone

from monazite.desk.applications.models import FiledLine, LineRuling
from monazite.law.document import document
from monazite.law.ruling import Ruling
from monazite.licensing.findings import Finding

UNREAD = "unread"
"""Where the document of a line that the law cannot be asked of says why."""
_UNDETERMINED = "undetermined"


def unread_row(
    line: FiledLine, found: Sequence[Finding], on: date, law_hash: str, supersedes: LineRuling
) -> LineRuling:
    """The row of a line that the law cannot be asked of any more, and what stands in the way."""
    return LineRuling(
        line=line,
        ruled_at=timezone.now(),
        on=on,
        law_hash=law_hash,
        outcome=_UNDETERMINED,
        document={"outcome": _UNDETERMINED, UNREAD: [each.document("en") for each in found]},
        supersedes=supersedes,
    )


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
