"""Windows of a scenario: moved by days, and cut where a side gives something up for a while."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from monazite.shock.scenarios.schema import (
    Demand,
    Destined,
    Duty,
    Missing,
    Part,
    Party,
    Release,
    Window,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

Some = TypeVar("Some", bound=Part)
_DAY = timedelta(days=1)
_OF_COUNTRIES = {Duty: "origins", Party: "countries", Missing: "countries", Demand: "countries"}
"""Where an entry that has no destinations says whom it is aimed at."""


class Cut(NamedTuple):
    """A stretch in which something does not hold for some countries (ISO3): all if none is named.

    last: None: to the end of the run.
    """

    first: date
    last: date | None
    to: tuple[str, ...]


def moved(part: Some, days: int) -> Some:
    """The same, so many days later, with all that is in it."""
    shift = timedelta(days=days)
    changed: dict[str, object] = {}
    if isinstance(part, Window):
        changed["from_"] = part.from_ + shift
        changed["until"] = part.until and part.until + shift
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, Part):
            changed[name] = moved(value, days)
        elif isinstance(value, tuple) and any(isinstance(one, Part) for one in value):
            changed[name] = tuple(moved(one, days) for one in value)
    return part.model_copy(update=changed) if changed else part


def without(entry: Window, cut: Cut) -> Iterator[Window]:
    """What is left of an entry: before the cut, after it, and in it for countries it leaves."""
    if not _meet(entry, cut):
        yield entry
        return
    inside = _left_out(entry, cut.to)
    if inside is entry:
        yield entry
        return
    if entry.from_ < cut.first:
        yield _between(entry, entry.from_, cut.first - _DAY)
    if inside is not None:
        yield _between(inside, *overlap(entry, cut))
    if cut.last is not None and (entry.until is None or entry.until > cut.last):
        yield _between(entry, cut.last + _DAY, entry.until)


def overlap(entry: Window, cut: Cut) -> tuple[date, date | None]:
    """The first and last day on which both hold."""
    ends = [last for last in (entry.until, cut.last) if last is not None]
    return max(entry.from_, cut.first), min(ends, default=None)


def _meet(entry: Window, cut: Cut) -> bool:
    first, last = overlap(entry, cut)
    return last is None or first <= last


def _left_out(entry: Window, to: tuple[str, ...]) -> Window | None:
    """The entry for all but some countries; itself where it reaches none of them, else None.

    Itself too where it does not say whom it is aimed at, as fear.
    """
    if not to:
        return None
    if isinstance(entry, Destined) and not entry.destinations:
        return entry.model_copy(update={"but": (*entry.but, *to)})
    field = "destinations" if isinstance(entry, Destined) else _OF_COUNTRIES.get(type(entry))
    aimed: tuple[str, ...] = getattr(entry, field) if field else ()
    rest = tuple(one for one in aimed if one not in to)
    if field is None or rest == aimed:
        return entry
    return entry.model_copy(update={field: rest}) if rest else None


def _between(entry: Window, first: date, last: date | None) -> Window:
    """The part of an entry that lies between two days; tonnes are spread evenly."""
    changed: dict[str, object] = {"from_": first, "until": last}
    if isinstance(entry, Release) and last is not None:
        whole = (entry.until - entry.from_).days + 1
        changed["tonnes"] = entry.tonnes * ((last - first).days + 1) / whole
    return entry.model_copy(update=changed)
