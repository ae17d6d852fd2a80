"""What a declarant, an officer of customs or a laboratory needs to see first of the gate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from monazite.catalogue.texts import say
from monazite.desk.gate.listing import known
from monazite.desk.gate.models import Declaration
from monazite.desk.pages.declarations.lists.rows import Row, rows
from monazite.desk.pages.declarations.lists.views import counts
from monazite.desk.pages.declarations.lists.wanted import Wanted
from monazite.desk.pages.home import duties
from monazite.desk.people.may import may
from monazite.desk.people.models import EXPORTER, Person
from monazite.desk.people.roles import CUSTOMS_OFFICER, DECLARANT, LABORATORY

_ROWS = 8
_DECLARANTS = ("challenged", "held", "cleared", "refused")
_OFFICERS = ("held", "challenged", "cleared", "refused")
AT_THE_GATE = frozenset({DECLARANT, CUSTOMS_OFFICER, LABORATORY})
"""Roles whose people work at the gate."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A number that leads to what it counts; level: warning where it waits for the reader."""

    words: str
    count: int
    url: str
    level: str


def desk(person: Person, lang: str) -> dict[str, Any]:
    """The values of the page's part about the gate; six queries."""
    firm = person.organisation.kind == EXPORTER
    states = _DECLARANTS if firm else _OFFICERS
    found = counts(person)
    mine = states[0]
    return {
        "gate": True,
        "tiles": [_tile(state, found.get(state, 0), mine, lang) for state in states],
        "reports": duties.tiles(person, lang) if firm else [],
        "waiting_rows": _rows(person, (mine, "refused") if firm else (mine,), lang, oldest=True),
        "latest_rows": _rows(person, (), lang, oldest=False),
        "firm": firm,
        "exporter": firm,
        "may_lodge": may(person, "declaration.lodge", person.organisation),
    }


def _tile(state: str, count: int, mine: str, lang: str) -> Tile:
    return Tile(
        words=say(f"desk.declaration.tile.{state}", lang),
        count=count,
        url=f"{reverse('declarations')}?{Wanted(state=state).query()}",
        level="warning" if state == mine and count else "",
    )


def _rows(person: Person, states: tuple[str, ...], lang: str, *, oldest: bool) -> list[Row]:
    found = (
        known(person).select_related("organisation").defer("said").prefetch_related("items", "acts")
    )
    if states:
        found = found.filter(state__in=states)
    order = ("lodged_at", "pk") if oldest else ("-lodged_at", "-pk")
    official = person.organisation.kind != EXPORTER
    page: list[Declaration] = list(found.order_by(*order)[:_ROWS])
    return rows(page, lang, official=official)
