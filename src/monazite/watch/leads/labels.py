"""Labels for a risk model out of what people said of leads: one a record.

A label covers the records that a lead rested on when somebody ended it, not what came later. Where
leads disagree about a record, something wrong in it outweighs nothing wrong in it. What a person
took back, referred to others or left open labels nothing. Only what was looked at has a label:
keep the random stratum of inspections beside them, or the model learns what people look at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.watch.leads.dispositions import outcomes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from monazite.watch.leads.item import Item


class Label(NamedTuple):
    """What is said of a record (kind `shipment`, its id): 1 or 0, by which lead, since when."""

    kind: str
    id: str
    label: int
    outcome: str
    judged_on: date
    rule: str
    lead: str


def labels(found: Iterable[Item]) -> tuple[Label, ...]:
    """The labels of every record, by kind and id; of equals the latest word counts."""
    best: dict[tuple[str, str], Label] = {}
    for item in found:
        for label in _labels(item):
            key = (label.kind, label.id)
            held = best.get(key)
            if held is None or _weight(label) > _weight(held):
                best[key] = label
    return tuple(best[key] for key in sorted(best))


def _weight(label: Label) -> tuple[int, date, str]:
    return label.label, label.judged_on, label.lead


def _labels(item: Item) -> Iterator[Label]:
    """What the last word on a lead says of the records that it covers."""
    if not item.dispositions:
        return
    last = item.dispositions[-1]
    label = outcomes().get(last.outcome)
    if label is None:
        return
    for record in last.covers:
        kind, _, ident = record.partition(":")
        day = last.at.date()
        yield Label(kind, ident, label, last.outcome, day, item.lead.rule, item.fingerprint)
