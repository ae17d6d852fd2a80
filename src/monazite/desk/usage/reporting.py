"""The usage map of what a person may know of, and the sums of a regime that many may read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from monazite.catalogue.words import fold
from monazite.chain.packaged.world import YEARS, world
from monazite.chain.usage.comparing import Difference, compared
from monazite.chain.usage.contents import REE
from monazite.chain.usage.tally import Usage, tally
from monazite.customs.regime import rules
from monazite.customs.statistics.listing import Listing, Trade, listing
from monazite.customs.statistics.sensitive import limits_of
from monazite.desk.applications.models import Application
from monazite.desk.figures.engine import in_memory
from monazite.desk.gate.listing import known
from monazite.desk.gate.models import Declaration
from monazite.desk.people import visible
from monazite.desk.people.may import require
from monazite.desk.people.models import Person
from monazite.desk.usage.licensed import licensed
from monazite.desk.usage.said import iso3
from monazite.desk.usage.unlicensed import unlicensed
from monazite.desk.usage.window import Window, quarter, window

YEAR = YEARS[-1]
"""The newest year of statistics that is packaged."""
COUNTRY, SECTOR = "country", "sector"
SIDES = (COUNTRY, SECTOR)
_MILLIGRAMS = 10**9
"""In a tonne: sums that may be hidden are whole numbers of them."""


@dataclass(frozen=True, slots=True)
class Report:
    """What is licensed and what left, and how it stands beside the statistics of a year.

    year: of the statistical map; differences: by element, country and sector.
    """

    window: Window
    usage: Usage
    year: int
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Summed:
    """One element at one stage, in milligrams: licensed, released; None where hidden.

    by_country, by_sector: two lists with one total.
    """

    element: str
    stage: str
    by_country: Listing
    by_sector: Listing


@dataclass(frozen=True, slots=True)
class Sums:
    """A quarter's sums of a regime; hidden: elements and stages of which nothing may be shown."""

    window: Window
    rows: tuple[Summed, ...]
    hidden: tuple[tuple[str, str], ...]


def of_reader(person: Person, first: date | None, last: date | None) -> Report:
    """The licences and exits that the person may read, in their own words; nobody else's."""
    require(person, "usage.read")
    asked = window(_regime(person), first, last)
    with in_memory():
        rows = [
            *licensed(visible.applications(person).filter(filed_at__isnull=False), asked),
            *unlicensed(known(person), asked),
        ]
    usage, home = tally(rows), iso3(person.organisation.country)
    # The networks of a year are built when something stands beside them.
    seen = compared(world(YEAR), usage.amounts, home, asked.days) if usage.amounts else ()
    return Report(asked, usage, YEAR, seen)


def of_regime(person: Person, text: str) -> Sums:
    """Sums of everybody's licences and exits in a quarter, which tell no firm's and no user's."""
    require(person, "usage.sums")
    asked = quarter(_regime(person), text)
    with in_memory():
        rows = [
            *licensed(Application.objects.filter(regime=asked.regime), asked),
            *unlicensed(Declaration.objects.all(), asked),
        ]
    return _summed(asked, tally(rows))


def _regime(person: Person) -> str:
    """Under whose rules the person's office works, or the person's firm exports."""
    return person.organisation.regime or person.organisation.country


def _summed(asked: Window, usage: Usage) -> Sums:
    found, hidden = [], []
    # Rare earths together are the sum of each, so that a hidden one would follow from the others.
    of = {(each.element, each.stage) for each in usage.amounts if each.element != REE}
    for element, stage in sorted(of):
        sides = [_side(usage, (element, stage), side, asked.regime) for side in SIDES]
        if sides[0] is None or sides[1] is None:
            hidden.append((element, stage))
        else:
            found.append(Summed(element, stage, sides[0], sides[1]))
    return Sums(asked, tuple(found), tuple(hidden))


def _side(usage: Usage, of: tuple[str, str], side: str, regime: str) -> Listing | None:
    return listing(list(_trades(usage, of, side)), limits_of(rules(regime).statistics.suppression))


def _trades(usage: Usage, of: tuple[str, str], side: str) -> Sequence[Trade]:
    return [
        Trade(
            getattr(each, side), (each.firm, fold(each.user)),
            (int(each.licensed * _MILLIGRAMS), int(each.released * _MILLIGRAMS)),
        )
        for each in usage.amounts
        if (each.element, each.stage) == of
    ]  # fmt: skip
