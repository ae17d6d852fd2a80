"""The one gate through which an aggregate changes: its row, its chain and its event together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from monazite.desk.events import statements
from monazite.desk.events.canonical import canonical, event_hash
from monazite.desk.events.models import GENESIS, Chained, Event
from monazite.errors import MonaziteError

if TYPE_CHECKING:
    import uuid
    from collections.abc import Mapping, Sequence

    from django.db.models import Model


class ChangedMeanwhile(MonaziteError):  # noqa: N818 - what happened, as a sentence would say it
    """Somebody else changed this at the same moment; look at it again and repeat what you did."""


@dataclass(frozen=True, slots=True)
class Who:
    """Who acts, and by which way: page, api, cli, worker or demo; person None is the system."""

    person: uuid.UUID | None
    via: str


def create(
    aggregate: Chained, kind: str, payload: Mapping[str, Any], who: Who, rows: Sequence[Model] = ()
) -> None:
    """Insert the aggregate with its first event; call inside `transaction.atomic`.

    rows: of one other table, which belong to it and are written with it.
    """
    _inside()
    event = _event(aggregate, kind, payload, who)
    aggregate.event_seq, aggregate.event_head = event.seq, event.hash
    statements.create(aggregate, event, rows)


def create_many(made: Sequence[tuple[Chained, Mapping[str, Any]]], kind: str, who: Who) -> None:
    """Insert aggregates of one table, each with its first event and what that tells."""
    _inside()
    events = [_event(aggregate, kind, payload, who) for aggregate, payload in made]
    for (aggregate, _), event in zip(made, events, strict=True):
        aggregate.event_seq, aggregate.event_head = event.seq, event.hash
    statements.create_many([aggregate for aggregate, _ in made], events)


def record(
    aggregate: Chained, kind: str, payload: Mapping[str, Any], who: Who, /, **changes: object
) -> None:
    """Change fields of the aggregate and add the event, or raise ChangedMeanwhile.

    One conditional UPDATE moves head and counter: it holds on both engines, where a lock would be
    nothing on SQLite. Call inside `transaction.atomic`. changes: values, no database expressions.
    """
    _inside()
    event = _event(aggregate, kind, payload, who)
    step = {"event_seq": event.seq, "event_head": event.hash, **changes}
    if not statements.advance(aggregate, step, event):
        raise ChangedMeanwhile(ChangedMeanwhile.__doc__)
    for name, value in step.items():
        setattr(aggregate, name, value)


def _event(aggregate: Chained, kind: str, payload: Mapping[str, Any], who: Who) -> Event:
    at, text = timezone.now(), canonical(payload)
    previous = bytes(aggregate.event_head or GENESIS)
    place = (aggregate.AGGREGATE, aggregate.pk, aggregate.event_seq + 1)
    return Event(
        aggregate_kind=place[0],
        aggregate_id=place[1],
        seq=place[2],
        at=at,
        actor=who.person,
        via=who.via,
        kind=kind,
        payload=text,
        previous=previous,
        hash=event_hash(previous, *place, at, who.person, who.via, kind, text),
    )


def _inside() -> None:
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("an event is written in the transaction of what it tells")
