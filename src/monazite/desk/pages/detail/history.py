"""What happened to an application, told in words from its chain of events."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from monazite.catalogue.texts import keys, say
from monazite.desk.applications.models import Application
from monazite.desk.events.models import Event
from monazite.desk.people.models import AGENCY, Person
from monazite.desk.people.named import named

_LAST = 100
_REASON_SHOWN = 300
_HASH = 12
_TOLD_TOGETHER = frozenset({"saved", "paper_added"})


@dataclass(frozen=True, slots=True)
class Happened:
    """One event, or `times` of one person that followed each other: saves, papers."""

    at: datetime
    who: str
    what: str
    hash: str
    times: int


def history(application: Application, reader: Person, lang: str) -> tuple[Happened, ...]:
    """The last events, newest first; to a firm an office speaks, not a person of it."""
    found = Event.objects.filter(aggregate_id=application.pk).order_by("-seq")[:_LAST]
    events = list(found)
    names = _names(events, reader, lang)
    runs = [list(run) for _, run in groupby(events, key=_alike)]
    return tuple(_happened(run[0], len(run), names, lang) for run in runs)


def _alike(event: Event) -> tuple[object, ...]:
    """Equal for events that are told as one."""
    return (event.kind, event.actor) if event.kind in _TOLD_TOGETHER else (event.pk,)


def _names(events: list[Event], reader: Person, lang: str) -> dict[UUID, str]:
    actors = {event.actor for event in events if event.actor}
    people = Person.objects.filter(pk__in=actors).select_related("organisation")
    return {each.pk: _name(each, reader, lang) for each in people}


def _name(actor: Person, reader: Person, lang: str) -> str:
    office = actor.organisation
    return named(office, lang) if office.kind == AGENCY != reader.organisation.kind else actor.name


def _happened(event: Event, times: int, names: dict[UUID, str], lang: str) -> Happened:
    system = say("desk.pages.event.system", lang)
    return Happened(
        at=event.at,
        who=names.get(event.actor, "") if event.actor else system,
        what=_words(event, lang),
        hash=bytes(event.hash).hex()[:_HASH],
        times=times,
    )


def _words(event: Event, lang: str) -> str:
    key = f"desk.pages.event.{event.kind}"
    if key not in keys():
        return event.kind
    payload = json.loads(event.payload)
    told = {name: value for name, value in payload.items() if isinstance(value, str | int)}
    told |= {"reason": str(payload.get("reason", ""))[:_REASON_SHOWN]}
    return say(key, lang, **{"reference": ""} | told)
