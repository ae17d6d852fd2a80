"""Quotas: what a firm may bring to light in a year, as the notice gives it."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone

from monazite.customs.batches.stages import QUOTA_STAGES
from monazite.desk.applications.errors import Refused
from monazite.desk.applications.written import reason
from monazite.desk.batches.given import SOURCE_MAX, mass
from monazite.desk.batches.models import Quota
from monazite.desk.events.append import Who, create
from monazite.desk.events.prints import plain
from monazite.desk.people.may import require
from monazite.desk.people.models import EXPORTER, Organisation, Person
from monazite.errors import InputError

_FIRST, _LAST = 2006, 2100


@transaction.atomic
def set_quota(
    person: Person, firm_id: uuid.UUID, year: int, stage: str, mass_kg: str, source: str, via: str
) -> Quota:
    """The quota of a firm, in kilograms of oxides; a later one of the same year takes its place."""
    require(person, "quota.set")
    firm = Organisation.objects.filter(pk=firm_id, kind=EXPORTER).first()
    if firm is None:
        raise Refused("quota_no_firm")
    if stage not in QUOTA_STAGES:
        raise InputError("stage", stage, ", ".join(QUOTA_STAGES), "choice")
    if not _FIRST <= year <= _LAST:
        ends = {"first": _FIRST, "last": _LAST}
        raise InputError("year", str(year), f"{_FIRST} to {_LAST}", "between", **ends)
    before = Quota.objects.filter(organisation=firm, year=year, stage=stage).count()
    quota = Quota(
        organisation=firm, office=person.organisation, regime=person.organisation.regime,
        year=year, stage=stage, number=before + 1, mass_kg=mass("mass_kg", mass_kg),
        source=reason("source", source, SOURCE_MAX), set_at=timezone.now(), set_by=person,
    )  # fmt: skip
    names = ("regime", "year", "stage", "number", "mass_kg", "source", "set_at")
    told = {name: plain(getattr(quota, name)) for name in names}
    create(quota, "set", told | {"organisation": str(firm.pk)}, Who(person.pk, via))
    return quota
