"""Drafts without a fault, made quickly, and their filing as the API does it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.desk.applications.models import Application, Paper
    from monazite.desk.people.models import Person

Work = list["Callable[[], object]"]


def make() -> None:
    """The tables and a small world: an exporter's people and the offices of the regime."""
    from django.core.management import call_command

    from support.offices import world

    call_command("migrate", verbosity=0)
    world()


def signatory() -> Person:
    """The one who files."""
    from monazite.desk.people.models import Person

    return Person.objects.select_related("organisation").get(
        assignments__role="signatory", organisation__name__startswith="Baotou"
    )


def drafts(count: int) -> list[Application]:
    """Drafts of the good form with the rows of their papers."""
    from monazite.desk.applications import services
    from monazite.desk.applications.models import Paper
    from support.forms import good_form
    from support.offices import law_today

    person, form = signatory(), good_form(law_today())
    made = [services.new(person, form, "api") for _ in range(count)]
    Paper.objects.bulk_create(paper for draft in made for paper in _papers(draft, person))
    return made


def _papers(draft: Application, person: Person) -> list[Paper]:
    from monazite.desk.applications.models import Paper

    return [
        Paper(
            application=draft, name=row["file"], sha256=row["sha256"], size=1000,
            media_type="application/pdf", scan="clean", secret=bool(row.get("secret")),
            uploaded_by=person, uploaded_at=draft.created_at,
        )
        for row in draft.form["papers"]
    ]  # fmt: skip


class Filer:
    """Files drafts, each with a key of its own."""

    def prepared(self, count: int) -> Work:
        """So many filings, ready to be done."""
        return [self._filing(draft) for draft in drafts(count)]

    def _filing(self, draft: Application) -> Callable[[], object]:
        from monazite.desk.applications import services
        from monazite.desk.once.services import once

        def perform() -> tuple[int, str]:
            return 200, str(services.file(person, draft.pk, draft.version, "api").reference)

        def act() -> object:
            person.__dict__.pop("held_roles", None)  # each request finds out anew what one may do
            return once(person, str(uuid.uuid4()), draft.pk.bytes, perform)

        person = signatory()
        return act
