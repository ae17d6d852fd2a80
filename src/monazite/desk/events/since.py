"""Whether anything happened to an aggregate since somebody looked at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.desk.events.models import Event

if TYPE_CHECKING:
    from collections.abc import Collection

    from monazite.desk.events.models import Chained


def went_on(aggregate: Chained, seen: int, beside: Collection[str] = ()) -> bool:
    """Whether it went on since its `event_seq` was so, by other events than those `beside`.

    Events are read only where the numbers differ.
    """
    if seen >= aggregate.event_seq:
        return seen != aggregate.event_seq
    since = Event.objects.filter(
        aggregate_kind=aggregate.AGGREGATE, aggregate_id=aggregate.pk, seq__gt=seen
    )
    return since.exclude(kind__in=beside).exists()
