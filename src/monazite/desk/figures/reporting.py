"""The report of an office's cases, or of a whole site's: for pages, files and simulations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from monazite import __version__
from monazite.catalogue.countries import country
from monazite.desk.figures.cases import cases
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
from monazite.licensing.figures.report import Origin, QueueReport, Scope

_SOURCES = (
    "applications_application", "applications_namedoffice", "applications_filedline", "cases_case",
    "cases_decision", "cases_question", "cases_answer", "cases_task",
)  # fmt: skip
_DAYS_MOST = 3700


@dataclass(frozen=True, slots=True)
class Asked:
    """Applications filed from first to last, as they stand on a day; "" for all."""

    first: date
    last: date
    as_of: date
    destination: str = ""
    material: str = ""


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
    _possible(asked)
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
    origin = Origin(_SOURCES, load().hash, days.hash, __version__)
    found = cases(scoped, day(since(scope)))
    queued = [] if asked.material else tasks(scoped)  # of cases, not of what these contain
    held = _containing(found, asked.material) if asked.material else found
    return build(scope, Known(held, queued, days, origin))


def _containing(found: Columns, material: str) -> Columns:
    held = found.keys["material"]
    wanted = np.array([material in each for each in held.sets], bool)
    return found.of(wanted[held.index] if len(held.sets) else np.array([], bool))


def _possible(asked: Asked) -> None:
    """InputError for days that are in the wrong order or too far apart."""
    accepted = f"{asked.first} or later"
    if asked.last < asked.first:
        raise InputError("to", asked.last, accepted, "days_order", first=asked.first)
    if (asked.last - asked.first).days > _DAYS_MOST:
        most = f"at most {_DAYS_MOST} days until the last one"
        raise InputError("from", asked.first, most, "days_most", days=_DAYS_MOST)
    if asked.as_of < asked.first:
        raise InputError("on", asked.as_of, accepted, "days_order", first=asked.first)
