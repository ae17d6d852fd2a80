"""The lines that the form offers to take along: of licences that the office met at its gate."""

from __future__ import annotations

from dataclasses import dataclass

from monazite.catalogue.texts import say
from monazite.desk.gate.listing import known
from monazite.desk.gate.models import Item
from monazite.desk.licences.accounts import balance_of
from monazite.desk.licences.limits import number
from monazite.desk.licences.models import LicenceLine
from monazite.desk.people.models import Person

_MOST = 200
"""Lines; others are typed by their licence's number."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A licence to be chosen; words: which line, of what goods, and how much is left."""

    number: str
    words: str


def choices(person: Person, lang: str) -> list[Choice]:
    """Those with something left, the ones that end first above; an office sees what it met."""
    met = Item.objects.filter(declaration__in=known(person)).exclude(licence_number="")
    lines = LicenceLine.objects.select_related("licence").filter(
        licence__number__in=met.values("licence_number"),
        licence__regime=person.organisation.regime,
        licence__ended="",
    )
    found = lines.order_by("licence__valid_until", "licence__number", "number")[:_MOST]
    return [Choice(each.licence.number, _words(each, lang)) for each in found if _left(each) != 0]


def _left(line: LicenceLine) -> object:
    return balance_of(line).quantity.left


def _words(line: LicenceLine, lang: str) -> str:
    left = _left(line)
    return say(
        "desk.pages.offline.choice" if left is not None else "desk.pages.offline.choice_open",
        lang,
        line=line.number,
        goods=line.description[:60],
        left=number(left or 0),
        unit=say(f"licensing.choice.unit.{line.unit}", lang),
    )
