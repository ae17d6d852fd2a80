"""Batches, leads and duties: what firms and those who follow up do about them."""

from __future__ import annotations

import uuid
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from monazite.desk.batches import listing as batches
from monazite.desk.batches.models import Batch
from monazite.desk.batches.services import begin, set_quota
from monazite.desk.duties import listing as duties
from monazite.desk.duties import services as duty_services
from monazite.desk.duties.models import Duty
from monazite.desk.events.append import create
from monazite.desk.leads import listing as leads
from monazite.desk.leads import services as lead_services
from monazite.desk.people.may import Forbidden
from support.access.world import NOBODY
from support.batches import said

if TYPE_CHECKING:
    from monazite.desk.gate.models import Declaration
    from monazite.desk.leads.models import Lead
    from monazite.desk.people.models import Person
    from support.access.calls import Call

_REPORT = duty_services.Given("2026-01-01", "Nagoya", {}, "", ())


def _batch(by: Person, thing: Declaration) -> Batch:
    """A batch of its exporter; it lies before every agency of its regime."""
    regime = "CN" if thing.office_id == by.organisation_id else "XX"
    made = Batch(
        organisation=thing.organisation, regime=regime, number=uuid.uuid4().hex, reference="R",
        stage="mine", origin="stock", month=date(2026, 1, 1), mass_kg=Decimal(1), contents=[],
        made_at=timezone.now(), made_by=thing.lodged_by,
    )  # fmt: skip
    with transaction.atomic():
        create(made, "begun", {}, NOBODY)
    return made


def _lead(thing: Declaration) -> Lead:
    """A lead before its office."""
    with transaction.atomic():
        about = {"declaration": thing.number}
        return lead_services.open_lead("declaration", about, {}, thing.office, NOBODY)


def _duty(thing: Declaration) -> Duty:
    """A duty of its goods."""
    made = Duty(
        declaration=thing, organisation=thing.organisation, office=thing.office,
        licensing=thing.asked, kind="arrival", due_on=date(2026, 1, 1), opened_at=timezone.now(),
    )  # fmt: skip
    with transaction.atomic():
        create(made, "opened", {}, NOBODY)
    return made


def _read_batch(by: Person, thing: Declaration) -> None:
    if not batches.known(by).filter(pk=_batch(by, thing).pk).exists():
        raise Forbidden("batch.read", 404)


def _read_lead(by: Person, thing: Declaration) -> None:
    if not leads.known(by).filter(pk=_lead(thing).pk).exists():
        raise Forbidden("lead.read", 404)


def _read_duty(by: Person, thing: Declaration) -> None:
    if not duties.known(by).filter(pk=_duty(thing).pk).exists():
        raise Forbidden("duty.read", 404)


CALLS: dict[str, Call] = {
    "batch.write": lambda by, _: begin(by, "CN", "stock", said("R"), "page"),
    "batch.read": _read_batch,
    "quota.set": lambda by, _: set_quota(by, uuid.uuid4(), 2026, "mine", "1", "n", "page"),
    "lead.read": _read_lead,
    "lead.work": lambda by, thing: lead_services.take(by, _lead(thing).pk, "page"),
    "duty.report": lambda by, thing: duty_services.report(by, _duty(thing).pk, _REPORT, "page"),
    "duty.read": _read_duty,
}
