"""Applications and what belongs to them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from monazite.desk.applications import services
from monazite.desk.people import visible
from monazite.desk.people.may import Forbidden
from support.desk_people import organisation, person

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from monazite.desk.applications.models import Application
    from monazite.desk.people.models import Person
    from support.access.calls import Call


def _among(found: QuerySet[Application], thing: Application) -> None:
    if not found.filter(pk=thing.pk).exists():
        raise Forbidden("application.read", 404)


def _events(by: Person, thing: object) -> None:
    if not visible.events(by).filter(aggregate_id=thing.pk).exists():  # type: ignore[attr-defined]
        raise Forbidden("event.read", 404)


def _name_reviewer(by: Person, thing: Application) -> None:
    reviewer = person("reviewer", at=organisation("agency"))
    services.name_reviewer(by, thing.pk, reviewer.pk, "page")


CALLS: dict[str, Call] = {
    "application.create": lambda by, _: services.new(by, {}, "page"),
    "application.read": lambda by, thing: _among(visible.applications(by), thing),
    "application.read_secret": lambda by, thing: services.open_secrets(by, thing.pk, "page"),
    "application.read_as_party": lambda by, thing: _among(visible.as_party(by), thing),
    "application.save": lambda by, thing: services.save_form(by, thing.pk, {}, 1, "page"),
    "application.discard": lambda by, thing: services.discard(by, thing.pk, "page"),
    "application.split": lambda by, thing: services.split(by, thing.pk, "page"),
    "application.amend": lambda by, thing: services.amend(by, thing.pk, "page"),
    "application.file": lambda by, thing: services.file(by, thing.pk, 1, "page"),
    "application.withdraw": lambda by, thing: services.withdraw(by, thing.pk, "sold", "page"),
    "paper.upload": lambda by, thing: services.upload(
        by, thing.pk, "a.txt", io.BytesIO(b"text"), secret=False, via="page"
    ),
    "paper.read": lambda by, thing: services.open_paper(by, thing.pk, "page"),
    "paper.read_secret": lambda by, thing: services.open_paper(by, thing.pk, "page"),
    "reviewer.name": _name_reviewer,
    "event.read": _events,
}
