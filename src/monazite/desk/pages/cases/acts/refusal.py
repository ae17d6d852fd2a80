"""Why an act was not done, in the reader's words, with what happened since the page was read."""

from __future__ import annotations

import json
from dataclasses import dataclass

from monazite.catalogue.texts import keys, say
from monazite.desk.cases.errors import Faulty
from monazite.desk.events.append import ChangedMeanwhile
from monazite.desk.events.models import Event
from monazite.desk.pages.cases.look import Look
from monazite.desk.pages.wrong import words
from monazite.desk.people.models import Person
from monazite.errors import InputError, MonaziteError
from monazite.law.finding import ERROR
from monazite.law.procedure import NotAllowed
from monazite.licensing.findings import Finding

_FAMILY = "desk.pages.case"
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Since:
    """One event after the page was read."""

    what: str
    who: str


@dataclass(frozen=True, slots=True)
class Fault:
    """One finding; words: whether it has to be corrected or only looked at; look: of its tag."""

    look: str
    words: str
    message: str
    cure: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """What stands in the way, and what others did meanwhile; stale: the page was of before that."""

    message: str
    faults: tuple[Fault, ...]
    since: tuple[Since, ...]
    stale: bool


def refusal(error: MonaziteError, act: str, look: Look, seen: int) -> Refusal:
    """The refusal of an act; seen: the state of the case that its page showed."""
    stale = isinstance(error, (ChangedMeanwhile, NotAllowed))
    found = error.findings if isinstance(error, Faulty) else ()
    return Refusal(
        message=_message(error, act, look.lang),
        faults=tuple(fault(each, look.lang) for each in found),
        since=since(look, seen) if stale else (),
        stale=stale,
    )


def fault(finding: Finding, lang: str) -> Fault:
    """A finding in words: what has to be corrected is told from what is only to be looked at."""
    wrong = finding.severity == ERROR
    return Fault(
        look="error" if wrong else "warning",
        words=say("desk.pages.case.fault.wrong" if wrong else "desk.pages.case.fault.look", lang),
        message=finding.message(lang),
        cure=finding.cure(lang),
    )


def _message(error: MonaziteError, act: str, lang: str) -> str:
    if isinstance(error, (ChangedMeanwhile, NotAllowed)):
        return say("desk.pages.case.changed_meanwhile", lang)
    if isinstance(error, InputError) and not error.code:
        return _unusable(error, act, lang)
    return words(error, lang)


def _unusable(error: InputError, act: str, lang: str) -> str:
    """By the label that the form gave the field."""
    label = f"{_FAMILY}.field.{act}.{error.field}"
    if label not in keys():
        return words(error, lang)
    key = "desk.pages.case.unusable" if error.value else "desk.pages.case.missing"
    return say(key, lang, field=say(label, lang))


def since(look: Look, seen: int) -> tuple[Since, ...]:
    """What others did to the case after that, newest first."""
    found = Event.objects.filter(
        aggregate_kind="case", aggregate_id=look.case.pk, seq__gt=seen
    ).order_by("-seq")
    events = list(found[:_SHOWN])
    actors = {event.actor for event in events if event.actor}
    names = dict(Person.objects.filter(pk__in=actors).values_list("pk", "name"))
    return tuple(
        _since(event, names[event.actor] if event.actor else "", look.lang) for event in events
    )


def _since(event: Event, who: str, lang: str) -> Since:
    return Since(event_words(event, lang), who or say("desk.pages.event.system", lang))


def event_words(event: Event, lang: str) -> str:
    """What happened to a case: of its own words, else those of the application's chain."""
    found = (f"{family}.{event.kind}" for family in (f"{_FAMILY}.event", "desk.pages.event"))
    key = next((each for each in found if each in keys()), "")
    if not key:
        return event.kind
    plain = {
        name: value
        for name, value in json.loads(event.payload).items()
        if isinstance(value, str | int)
    }
    return say(key, lang, **plain)
