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
from monazite.desk.people.models import Person

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


def history(application: Application, lang: str) -> tuple[Happened, ...]:
    """The last events, newest first."""
    found = Event.objects.filter(aggregate_id=application.pk).order_by("-seq")[:_LAST]
    events = list(found)
    names = _names(events)
    runs = [list(run) for _, run in groupby(events, key=_alike)]
    return tuple(_happened(run[0], len(run), names, lang) for run in runs)


def _alike(event: Event) -> tuple[object, ...]:
    """Equal for events that are told as one."""
    return (event.kind, event.actor) if event.kind in _TOLD_TOGETHER else (event.pk,)


def _names(events: list[Event]) -> dict[UUID, str]:
    actors = {event.actor for event in events if event.actor}
    return dict(Person.objects.filter(pk__in=actors).values_list("pk", "name"))


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
    reason = str(payload.get("reason", ""))[:_REASON_SHOWN]
    return say(key, lang, reason=reason, reference=payload.get("reference", ""))
