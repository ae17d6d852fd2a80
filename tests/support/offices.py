"""A small world at the desk: one exporter, the offices of its regime, a stranger firm."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from monazite.desk.applications import services
from monazite.desk.applications.models import Application
from monazite.desk.events.append import Who
from monazite.desk.people.services import add_organisation, add_person, grant_role
from monazite.law import load
from support.forms import changed, good_form, paper_files

if TYPE_CHECKING:
    from datetime import date

    from monazite.desk.people.models import Organisation, Person

NOBODY = Who(None, "cli")
SECRET = frozenset({"bill.pdf", "capacity.pdf", "process.pdf"})
"""The papers of the good form that are trade secrets."""
_BY_AIR = {
    "mode": "air",
    "port_of_exit": "Shanghai Pudong",
    "port_of_entry": "Narita",
    "lines": "2",
}


@dataclass(frozen=True, slots=True)
class World:
    """Its people by what they do; officers have shown their second factor."""

    exporter: Organisation
    intake: Organisation
    licensing: Organisation
    preparer: Person
    signatory: Person
    stranger: Person
    intake_officer: Person
    chief: Person
    reviewer: Person


def world() -> World:
    """The rows, made through the gate."""
    with transaction.atomic():
        exporter = firm("exporter", "Baotou Example Magnetics", identifier="91150000EXAMPLE00X")
        other = firm("exporter", "Ganzhou Example Metals", identifier="91360000EXAMPLE11X")
        intake = firm("agency", "Example Province Commerce", regime="CN", duty="intake")
        licensing = firm("agency", "Example Licensing Bureau", regime="CN", duty="licensing")
        made = World(
            exporter,
            intake,
            licensing,
            preparer=person(exporter, "preparer"),
            signatory=person(exporter, "signatory"),
            stranger=person(other, "signatory"),
            intake_officer=person(intake, "intake_officer"),
            chief=person(licensing, "chief"),
            reviewer=person(licensing, "reviewer"),
        )
        for each in (exporter, intake, licensing):
            each.refresh_from_db()  # its people are events of its chain
    return made


def firm(kind: str, name: str, **more: str) -> Organisation:
    """An organisation with its first event."""
    return add_organisation(None, "cli", **{"kind": kind, "name": name, "country": "CN"} | more)


def person(organisation: Organisation, role: str, which: str = "") -> Person:
    """Somebody with one role; of an office, with the second factor shown; which: of several."""
    made = add_person(
        None, "cli", organisation=organisation, name=f"{which} {role} of {organisation.name}".strip(),
        email=f"{which}{role}@{organisation.pk}.example",
    )  # fmt: skip
    grant_role(None, "cli", made, role)
    made.otp_device = object() if organisation.kind == "agency" else None
    return made


def complete_draft(w: World, today: date | None = None) -> Application:
    """A draft with all its papers that has no fault today."""
    draft = services.new(w.preparer, good_form(today or law_today()), "page")
    for name, content in paper_files().items():
        services.upload(w.preparer, draft.pk, name, io.BytesIO(content), name in SECRET, "page")
    return Application.objects.get(pk=draft.pk)


def filed(w: World) -> Application:
    """The same, filed."""
    draft = complete_draft(w)
    return services.file(w.signatory, draft.pk, draft.version, "page")


def two_ways(w: World) -> Application:
    """A draft of 1,800 kg by sea and half a kilogram by air."""
    draft = complete_draft(w)
    line = draft.form["lines"][0]
    form = changed(
        draft.form,
        {
            "lines[1]": line | {"quantity": "0.5"},
            "transport[0].lines": "1",
            "transport[1]": draft.form["transport"][0] | _BY_AIR,
        },
    )
    services.save_form(w.preparer, draft.pk, form, draft.version, "page")
    return Application.objects.get(pk=draft.pk)


def law_today() -> date:
    """Today where the goods leave."""
    return load().today("CN")
