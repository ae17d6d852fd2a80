"""Declarations: what their declarants and customs officers do about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from monazite.desk.events.append import create
from monazite.desk.gate import services
from monazite.desk.gate.listing import known
from monazite.desk.gate.manifest_listing import found
from monazite.desk.gate.manifest_source import from_message
from monazite.desk.gate.models import Manifest
from monazite.desk.people.may import Forbidden
from support.access.world import NOBODY

if TYPE_CHECKING:
    from monazite.desk.gate.models import Declaration
    from monazite.desk.people.models import Person
    from support.access.calls import Call

_TEXT = "because it is so"
_MANIFEST = from_message("M-1", [{"reference": "S-1"}])


def _read(by: Person, thing: Declaration) -> None:
    if not known(by).filter(pk=thing.pk).exists():
        raise Forbidden("declaration.read", 404)


def _read_manifest(by: Person, thing: Declaration) -> None:
    """One of the firm and the office of a declaration; its row and one event."""
    made = Manifest(
        organisation=thing.organisation, office=thing.office, lodged_by=thing.lodged_by,
        reference="M-2", regime="CN", mode="each", sha256="0" * 64, lodged_at=thing.lodged_at,
        lines=0, cleared=0, held=0, refused=0,
    )  # fmt: skip
    with transaction.atomic():
        create(made, "lodged", {}, NOBODY)
    found(by, made.pk)


CALLS: dict[str, Call] = {
    "declaration.lodge": lambda by, _: services.lodge(by, {}, "page"),
    "declaration.read": _read,
    "declaration.amend": lambda by, thing: services.amend(by, thing.pk, {}, "page"),
    "declaration.cancel": lambda by, thing: services.cancel(by, thing.pk, _TEXT, "page", seen=None),
    "manifest.lodge": lambda by, _: services.lodge_manifest(by, _MANIFEST, "each", "page"),
    "manifest.read": _read_manifest,
    "declaration.work": lambda by, thing: services.hold(by, thing.pk, _TEXT, "page", seen=None),
}
