"""What an exporter needs to see first: drafts with their faults, and where the filed ones are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from monazite.desk.applications import listing
from monazite.desk.applications.checking import check
from monazite.desk.applications.models import Application
from monazite.desk.pages.form.findings import errors
from monazite.desk.pages.home import duties
from monazite.desk.pages.home.rows import Item, items
from monazite.desk.people import visible
from monazite.desk.people.may import may
from monazite.desk.people.models import Person
from monazite.desk.people.roles import ADMIN

_DRAFTS, _ROWS = 6, 15
_MY_TURN = ("returned_for_correction", "awaiting_applicant")


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft with the number of its faults."""

    item: Item
    errors: int


def desk(person: Person, lang: str) -> dict[str, Any]:
    """The values of the page."""
    mine = visible.applications(person).select_related("organisation")
    drafts = mine.filter(state="draft").order_by("-changed_at")[:_DRAFTS]
    waiting = mine.filter(state__in=_MY_TURN).defer("form").order_by("changed_at")[:_ROWS]
    page = listing.listed(person, size=_ROWS)
    return {
        "may_give": ADMIN in person.held_roles,
        "may_create": may(person, "application.create", person.organisation),
        "drafts": _drafts(list(drafts), lang),
        "waiting": items(waiting, lang, yours=True),
        "reports": duties.tiles(person, lang),
        "items": items(page.items, lang, yours=True),
        "following": page.following,
    }


def _drafts(applications: list[Application], lang: str) -> list[Draft]:
    return [
        Draft(row, errors(check(each).findings))
        for each, row in zip(applications, items(applications, lang, yours=True), strict=True)
    ]
