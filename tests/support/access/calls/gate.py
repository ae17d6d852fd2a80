"""Declarations: what their declarants and customs officers do about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.desk.gate import services
from monazite.desk.gate.listing import known
from monazite.desk.people.may import Forbidden

if TYPE_CHECKING:
    from monazite.desk.gate.models import Declaration
    from monazite.desk.people.models import Person
    from support.access.calls import Call

_TEXT = "because it is so"


def _read(by: Person, thing: Declaration) -> None:
    if not known(by).filter(pk=thing.pk).exists():
        raise Forbidden("declaration.read", 404)


CALLS: dict[str, Call] = {
    "declaration.lodge": lambda by, _: services.lodge(by, {}, "page"),
    "declaration.read": _read,
    "declaration.amend": lambda by, thing: services.amend(by, thing.pk, {}, "page"),
    "declaration.cancel": lambda by, thing: services.cancel(by, thing.pk, _TEXT, "page", seen=None),
    "declaration.work": lambda by, thing: services.hold(by, thing.pk, _TEXT, "page", seen=None),
}
