"""What happened to a declaration, the newest first: its steps and what came in at challenges."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from monazite.catalogue.texts import say
from monazite.desk.events.models import Event
from monazite.desk.gate.models import Act, Declaration
from monazite.desk.pages.declarations.page.look import Look
from monazite.desk.pages.hidden import visible
from monazite.desk.people.models import Person
from monazite.desk.people.named import named

_OPEN = (
    "challenge_answered", "challenge_unanswered", "sample_reported", "identification_requested",
    "challenge_identified", "gate_paper_added",
)  # fmt: skip
"""Events that are no steps; whoever may read the declaration may know of them."""
_OFFICE = (*_OPEN, "judgement_proposed", "judgement_sent_back")
"""Those of which a firm hears once they are signed."""


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, in words; to a firm an office speaks, not a person of it."""

    what: str
    who: str
    at: datetime
    text: str


def history(look: Look) -> list[Done]:
    """All of it, down to the lodging."""
    row = look.declaration
    later = [*_came_in(look), *(done(look, act) for act in look.acts)]
    later.sort(key=lambda each: each.at, reverse=True)
    lodged = say("customs.event.lodge", look.lang)
    return [*later, Done(lodged, _who(look, row.lodged_by), row.lodged_at, "")]


def done(look: Look, act: Act) -> Done:
    """A step that somebody took, or the clock."""
    what = say(f"customs.event.{act.kind}", look.lang)
    return Done(what, _who(look, act.by), act.at, visible(act.text))


def _came_in(look: Look) -> list[Done]:
    kinds = _OFFICE if look.official else _OPEN
    events = Event.objects.filter(
        aggregate_kind=Declaration.AGGREGATE, aggregate_id=look.declaration.pk, kind__in=kinds
    )
    rows = list(events.order_by("seq"))
    people = Person.objects.select_related("organisation").in_bulk(
        {each.actor for each in rows if each.actor is not None}
    )
    return [
        Done(
            say(f"desk.pages.event.{each.kind}", look.lang), _whose(look, people, each), each.at, ""
        )
        for each in rows
    ]


def _whose(look: Look, people: dict[uuid.UUID, Person], event: Event) -> str:
    return _who(look, None if event.actor is None else people[event.actor])


def _who(look: Look, by: Person | None) -> str:
    if by is None:
        return say("desk.pages.event.system", look.lang)
    office = by.organisation
    stranger = office.kind != look.person.organisation.kind
    return named(office, look.lang) if stranger else by.name
