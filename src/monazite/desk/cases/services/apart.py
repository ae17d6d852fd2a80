"""Who may look again at a decision: nobody who wrote or signed it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from monazite.desk.cases.models import Case, Decision
from monazite.desk.cases.models.decisions import STANDING
from monazite.licensing.casework.decisions import DECISION


def wrote_or_signed(decisions: Iterable[Decision]) -> frozenset[uuid.UUID | None]:
    """Whose decision it is that stands among these; nobody where none does."""
    for each in decisions:
        if each.kind == DECISION and each.state == STANDING:
            return frozenset({each.author_id, each.signer_id})
    return frozenset()


def of_the_first(case: Case) -> frozenset[uuid.UUID | None]:
    """The same of a case (one query)."""
    return wrote_or_signed(case.decisions.filter(kind=DECISION, state=STANDING))
