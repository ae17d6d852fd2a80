"""A declaration of 100 kg that left on a day, with a licence or without, and who knows of it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from monazite.desk.duties.services import exited as follow
from monazite.desk.events.append import Who, create
from monazite.desk.gate.models import Declaration, Item, Left
from monazite.desk.licences.models import Licence, LicenceLine
from support.access.world import application, build
from support.desk_people import organisation, verified
from support.desk_people import person as somebody

if TYPE_CHECKING:
    from monazite.desk.applications.models import Application
    from monazite.desk.people.models import Organisation, Person


@dataclass(frozen=True, slots=True)
class Exited:
    """declarant: of the exporter; stranger: of another firm; officer, enforcer: of the customs
    office; chief: of the licensing office."""

    declaration: Declaration
    customs: Organisation
    licensing: Organisation
    declarant: Person
    stranger: Person
    officer: Person
    enforcer: Person
    chief: Person
    who: Who


def exited(on: date, *, licensed: bool = True, contains: str = "Nd=30%, Dy=2%") -> Exited:
    """The rows, and what follows the exit."""
    world = build()
    firm, customs = world.own["exporter"], organisation("agency", duty="customs")
    licensing = world.own["agency"]
    declarant = world.actors["declarant", "exporter"]
    filed = application(world, firm, filed=True)
    filed.offices.create(agency=licensing, duty="licensing", since=timezone.now())
    line = _line(filed) if licensed else None
    declaration = _declared(firm, customs, declarant, on, line, contains)
    with transaction.atomic():
        follow(declaration, Who(None, "page"))
    return Exited(
        declaration, customs, licensing, declarant,
        stranger=somebody("declarant", at=world.other["exporter"]),
        officer=verified(somebody("customs_officer", at=customs)),
        enforcer=verified(somebody("enforcement_officer", at=customs)),
        chief=verified(somebody("chief", at=licensing)),
        who=Who(None, "page"),
    )  # fmt: skip


def _line(filed: Application) -> LicenceLine:
    licence = Licence(
        number=f"L-{uuid.uuid4().hex[:8]}", application=filed, decision=uuid.uuid4(),
        organisation=filed.organisation, regime="CN", kind="single", issued_at=timezone.now(),
        valid_from=date(2026, 1, 1), valid_until=date(2099, 1, 1), terms={}, terms_sha256="0" * 64,
        check_code=uuid.uuid4().hex,
    )  # fmt: skip
    line = LicenceLine(
        licence=licence, number=1, description="d", form="magnet", controlled_by="quantity",
        unit="kg", quantity=Decimal(1000), currency="USD",
    )  # fmt: skip
    with transaction.atomic():
        create(licence, "issued", {}, Who(None, "cli"))
        create(line, "granted", {}, Who(None, "cli"))
    return line


def _declared(
    firm: Organisation,
    customs: Organisation,
    by: Person,
    on: date,
    line: LicenceLine | None,
    contains: str,
) -> Declaration:
    now, number = timezone.now(), f"CN-D-{uuid.uuid4().hex[:8]}"
    declaration = Declaration(
        organisation=firm, office=customs, lodged_by=by, reference=number, number=number,
        regime="CN", day=on, state="exited", series="export", mode="sea", port="Shanghai Yangshan",
        destination="JP", arrival="JP", said={}, sha256="", law_hash="", rules_hash="",
        lodged_at=now, changed_at=now, exited_on=on,
    )  # fmt: skip
    with transaction.atomic():
        create(declaration, "lodged", {}, Who(None, "cli"))
    item = Item.objects.create(
        declaration=declaration, number=1, hs="8505111000", description="magnets",
        contains=contains, quantity=Decimal(100), unit="kg", mass_kg=Decimal(100),
        value=Decimal(5000), currency="USD", line=line, outcome="clear",
    )  # fmt: skip
    Left.objects.create(item=item, quantity=Decimal(100), mass_kg=Decimal(100), value=Decimal(5000))
    return declaration
