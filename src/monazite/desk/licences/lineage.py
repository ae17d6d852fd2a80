"""Which line took another's place when its licence was replaced, as the chains tell it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from monazite.desk.events.models import Event
from monazite.desk.licences.models import LicenceLine


def lineage(line: LicenceLine) -> tuple[LicenceLine, ...]:
    """The line and those that took its place, the newest last.

    The newest is of an ended licence only where nothing took its place.
    """
    return (line, *_after(line))


def _after(line: LicenceLine) -> Iterator[LicenceLine]:
    told = Event.objects.filter(aggregate_id=line.pk, kind="carried_on").order_by("-seq").first()
    to = json.loads(told.payload)["to"] if told else None
    if to is not None:
        new = LicenceLine.objects.select_related("licence").get(pk=to)
        yield new
        yield from _after(new)
