"""The report of an office's cases, or of a whole site's: for pages, files and simulations."""

from __future__ import annotations

import numpy as np

from monazite import __version__
from monazite.catalogue.countries import country
from monazite.desk.figures.cases import cases
from monazite.desk.figures.engine import in_memory
from monazite.desk.figures.period import Asked, possible
from monazite.desk.figures.queues import tasks
from monazite.desk.figures.scoped import Scoped
from monazite.desk.people.may import require
from monazite.desk.people.models import LICENSING, Organisation, Person
from monazite.errors import InputError
from monazite.law.store import load
from monazite.licensing.calendars import calendar
from monazite.licensing.fields import regimes
from monazite.licensing.figures.build import Known, build, since
from monazite.licensing.figures.facts import Columns, day
from monazite.licensing.figures.materials import controlled
from monazite.licensing.figures.report import Origin, QueueReport, Scope

_SOURCES = (
    "applications_application", "applications_namedoffice", "applications_filedline", "cases_case",
    "cases_decision", "cases_question", "cases_answer", "cases_task", "licences_change",
)  # fmt: skip


def of_office(person: Person, asked: Asked) -> QueueReport:
    """Of the cases that name the person's office; its own tasks, of who decides every office's."""
    require(person, "figures.read")
    office = person.organisation
    return _report(asked, office.regime, office)


def of_site(regime: str, asked: Asked) -> QueueReport:
    """Of every case under a regime: for who runs the site, at its command line."""
    if regime not in regimes():
        raise InputError("regime", regime, ", ".join(regimes()))
    return _report(asked, regime, None)


def _report(asked: Asked, regime: str, office: Organisation | None) -> QueueReport:
    law = load()
    possible(asked, law.today(regime))
    if asked.material:
        _listed(asked.material, controlled(law, law.jurisdiction_of(regime)))
    to = country(asked.destination, "destination") if asked.destination else ""
    scoped = Scoped(
        regime, office.pk if office else None, office is None or office.duty == LICENSING,
        asked.first, asked.last, asked.as_of, to,
    )  # fmt: skip
    name = office.name if office else ""
    scope = Scope(
        regime, asked.first, asked.last, asked.as_of, name, to, asked.material, hidden_below=0
    )
    days = calendar(regime)
    origin = Origin(_SOURCES, law.hash, days.hash, __version__)
    with in_memory():
        found = cases(scoped, day(since(scope)))
        queued = [] if asked.material else tasks(scoped)  # of cases, not of what these contain
    held = _containing(found, asked.material) if asked.material else found
    return build(scope, Known(held, queued, days, origin))


def _containing(found: Columns, material: str) -> Columns:
    held = found.keys["material"]
    wanted = np.array([material in each for each in held.sets], bool)
    return found.of(wanted[held.index] if len(held.sets) else np.array([], bool))


def _listed(material: str, names: frozenset[str]) -> None:
    """InputError for a material that the regime's law does not name alone: its count would be 0."""
    if material not in names:
        accepted = ", ".join(sorted(names))
        raise InputError("material", material, accepted, "material_unlisted", materials=accepted)
