"""What was reported of a declaration before, about a line and about those whose place it took."""

from __future__ import annotations

from monazite.desk.licences.lineage import lineage
from monazite.desk.licences.models import Licence, LicenceLine, Report
from monazite.ledger.messages import Message


def earlier_reports(line: LicenceLine, declaration: str) -> list[Report]:
    """Every report of that declaration; line: the newest of its lineage."""
    found = Report.objects.filter(
        declaration=declaration, line__licence__in=ancestors(line.licence)
    ).select_related("line")
    return [row for row in found if lineage(row.line)[-1].pk == line.pk]


def ancestors(licence: Licence | None) -> list[Licence]:
    """The licence and those that it replaces."""
    return [] if licence is None else [licence, *ancestors(licence.replaces)]


def as_message(line: LicenceLine, row: Report) -> Message:
    """A report as the ledger reckons with it, as of the newest line."""
    return Message(
        row.message_id, str(line.pk), row.declaration, row.semantics, row.sequence, row.as_of,
        row.quantity, row.value,
    )  # fmt: skip
