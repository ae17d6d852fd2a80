"""Home of those whose work lies on other pages: where they go, and what is there."""

from __future__ import annotations

from dataclasses import dataclass

from monazite.catalogue.texts import say
from monazite.desk.pages.addresses import address_of
from monazite.desk.people.models import Person
from monazite.desk.people.roles import ENFORCER, STATISTICIAN

_PLACES = {STATISTICIAN: ("statistics", "usage_sums"), ENFORCER: ("leads", "batches")}


@dataclass(frozen=True, slots=True)
class Place:
    """A page to go to."""

    words: str
    what: str
    url: str


def places(person: Person, lang: str) -> list[Place]:
    """Those that the site has for the person's roles; none for whoever has a page of tasks."""
    names = [name for role, found in _PLACES.items() if role in person.held_roles for name in found]
    return [
        Place(say(f"desk.pages.nav.{name}", lang), say(f"desk.pages.home.place.{name}", lang), url)
        for name in names
        if (url := address_of(name))
    ]
