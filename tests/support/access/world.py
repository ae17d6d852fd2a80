"""A small built world: for each role a person, and for each way to stand to a thing, a thing."""

from __future__ import annotations

import hashlib
import itertools
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from monazite.desk.applications.models import (
    Application,
    FiledParty,
    NamedOffice,
    Paper,
    Reviewer,
)
from monazite.desk.events.append import Who, create
from monazite.desk.gate.models import Declaration
from monazite.desk.people.models import AGENCY, CUSTOMS, EXPORTER, FOREIGN, OPERATOR, Token
from monazite.desk.people.roles import CUSTOMS_OFFICER, ROLES
from support.desk_people import organisation, person, verified

if TYPE_CHECKING:
    from datetime import datetime

    from monazite.desk.people.models import Organisation, Person

NOBODY = Who(None, "cli")
_numbers = itertools.count(1)
KINDS = (EXPORTER, AGENCY, FOREIGN, OPERATOR)


@dataclass
class World:
    """Organisations by kind (two of each), people by role and kind of organisation.

    customs: a customs office, where the customs officer is.
    """

    own: dict[str, Organisation]
    other: dict[str, Organisation]
    customs: Organisation
    actors: dict[tuple[str, str], Person] = field(default_factory=dict)
    colleague: dict[str, Person] = field(default_factory=dict)
    stranger: dict[str, Person] = field(default_factory=dict)


def build() -> World:
    """Each role is held by somebody in each kind of organisation that knows it."""
    with transaction.atomic():
        world = World(
            {kind: organisation(kind) for kind in KINDS},
            {kind: organisation(kind) for kind in KINDS},
            organisation(AGENCY, duty=CUSTOMS),
        )
        for role, kinds in ROLES.items():
            for kind in sorted(kinds):
                at = world.customs if role == CUSTOMS_OFFICER else world.own[kind]
                world.actors[role, kind] = verified(person(role, at=at))
        for kind in KINDS:
            world.colleague[kind] = person(at=world.own[kind], password="x" * 12)
            world.stranger[kind] = person(at=world.other[kind], password="x" * 12)
            if kind != OPERATOR:
                person("organisation_admin", at=world.other[kind])
    return world


def application(world: World, of: Organisation, *, filed: bool = False) -> Application:
    """An application of that exporter, filed or a draft; it names nobody yet."""
    number, now = next(_numbers), timezone.now()
    made = Application(
        organisation=of, author=world.colleague[EXPORTER], created_at=now, changed_at=now,
        regime="CN", kind="single", form={}, version=1, state="submitted" if filed else "draft",
        **_filing(world, number, now) if filed else {},
    )  # fmt: skip
    with transaction.atomic():
        create(made, "created", {}, NOBODY)
    return made


def _filing(world: World, number: int, now: datetime) -> dict[str, object]:
    return {
        "reference": f"CN-{number}", "filed_at": now, "filed_by": world.colleague[EXPORTER],
        "form_sha256": "0" * 64,
    }  # fmt: skip


def naming(world: World, who: Person, how: str) -> Application:
    """A filed one of another firm that names the person's office or firm, or them as reviewer."""
    made = application(world, world.other[EXPORTER], filed=True)
    now = timezone.now()
    if how == "party":
        FiledParty.objects.create(
            application=made, number=1, role="importer", name="F", country="DE",
            organisation=who.organisation,
        )  # fmt: skip
        return made
    duty = how if how in {"intake", "reviewing"} else "licensing"
    NamedOffice.objects.create(application=made, agency=who.organisation, duty=duty, since=now)
    if how == "reviewer":
        named_by = world.stranger[AGENCY]
        Reviewer.objects.create(application=made, person=who, named_by=named_by, since=now)
    return made


def declaration(
    world: World,
    of: Organisation,
    *,
    before: Organisation | None = None,
    asked: Organisation | None = None,
) -> Declaration:
    """A declaration of that exporter; before: its customs office; asked: which office was asked."""
    number, now = next(_numbers), timezone.now()
    made = Declaration(
        organisation=of, office=before or world.other[AGENCY], asked=asked,
        lodged_by=world.colleague[EXPORTER], reference=f"R{number}", number=f"CN-D-{number}",
        regime="CN", day=now.date(), state="cleared", series="export", mode="sea", port="Tianjin",
        destination="DE", arrival="DE", said={}, sha256="0" * 64, law_hash="0" * 64,
        rules_hash="0" * 64, lodged_at=now, changed_at=now,
    )  # fmt: skip
    with transaction.atomic():
        create(made, "lodged", {}, NOBODY)
    return made


def paper(of: Application, *, secret: bool) -> Paper:
    """A file of the application; its row alone."""
    digest = hashlib.sha256(str(next(_numbers)).encode()).hexdigest()
    return Paper.objects.create(
        application=of, name="a.pdf", sha256=digest, size=1, media_type="application/pdf",
        scan="not_scanned", secret=secret, uploaded_by=of.author, uploaded_at=timezone.now(),
    )  # fmt: skip


def token(of: Person) -> Token:
    """A token of the person."""
    digest = hashlib.sha256(f"token{next(_numbers)}".encode()).hexdigest()
    now = timezone.now()
    return Token.objects.create(
        person=of, name="t", sha256=digest, scopes="applications:read", created_at=now,
        expires_at=now + timedelta(days=1),
    )  # fmt: skip
