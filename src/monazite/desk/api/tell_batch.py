"""Batches, leads and duties as the API tells them."""

from __future__ import annotations

from monazite.desk.api.shapes.batches import BatchShape, ContentShape, DutyShape, LeadShape
from monazite.desk.batches.contained import left_of
from monazite.desk.batches.models import Batch
from monazite.desk.duties.models import Duty
from monazite.desk.duties.standing import standing
from monazite.desk.events.prints import plain
from monazite.desk.leads.models import EVIDENCE, Lead


def batch(row: Batch) -> BatchShape:
    """A batch with what is left of it."""
    return BatchShape(
        id=row.pk, number=row.number, reference=row.reference, regime=row.regime, stage=row.stage,
        origin=row.origin, source=row.source, month=row.month, mass_kg=str(plain(row.mass_kg)),
        left_kg=str(plain(left_of(row))), inputs=row.inputs,
        contents=[ContentShape(**each) for each in row.contents], accepted_at=row.accepted_at,
    )  # fmt: skip


def lead(row: Lead) -> LeadShape:
    """A lead with its evidence; remarks and tips are read in the pages alone."""
    found = row.entries.filter(kind=EVIDENCE).order_by("number").values_list("facts", flat=True)
    return LeadShape(
        id=row.pk, kind=row.kind, regime=row.regime, about=row.about, state=row.state,
        outcome=row.outcome, opened_at=row.opened_at, closed_at=row.closed_at,
        evidence=list(found),
    )  # fmt: skip


def duty(row: Duty) -> DutyShape:
    """A duty and how it stands today."""
    return DutyShape(
        id=row.pk, declaration=row.declaration.number, kind=row.kind, law=row.law,
        due_on=row.due_on, state=standing(row), reported_at=row.reported_at,
        event_seq=row.event_seq,
    )  # fmt: skip
