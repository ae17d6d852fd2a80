"""What is read off a run: which shipments are summed, and in which months weeks fall."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.state import BINS

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from monazite.shock.engine.schedule import Schedule
    from monazite.shock.model.model import Floats, Ints, Model

CLEARANCE = 1
"""Weeks from a plant to the statistics: goods at the port when a measure begins still leave."""
HALTED = 1 / BINS
"""The part of a sector's plants that must stand before it counts as a halt: the engine tells no
smaller one apart."""


class Meters(NamedTuple):
    """Named sums of rows of trade; start has one entry more than there are meters.

    arriving: of each row, whether it is counted in the week in which it arrives (as an importer's
    statistics do) and not in that in which it leaves; quoted: goods whose prices are kept week by
    week.
    """

    names: tuple[str, ...]
    start: Ints
    edge: Ints
    arriving: NDArray[np.bool_]
    quoted: Ints


class Months(NamedTuple):
    """Where weeks fall: month: of a week's first day; part: of the week that lies in it."""

    names: tuple[str, ...]
    month: Ints
    part: Floats


def meters(
    rows: Mapping[str, Ints], quoted: Sequence[int] = (), arriving: Container[str] = ()
) -> Meters:
    """Meters by name; quoted: goods, by index; arriving: meters that count what arrives."""
    sizes = [len(row) for row in rows.values()]
    edge = np.concatenate([np.zeros(0, np.int64), *rows.values()]).astype(np.int64)
    comes = np.repeat(np.array([name in arriving for name in rows], np.bool_), sizes)
    return Meters(
        tuple(rows), np.cumsum([0, *sizes]), edge, comes, np.array(quoted, np.int64)
    )  # fmt: skip


def later(model: Model, counted: Meters) -> Ints:
    """Weeks from a shipment until it is counted, by row of the meters."""
    return np.where(counted.arriving, model.trade.lag[counted.edge], CLEARANCE)


def landing(model: Model, schedule: Schedule) -> Ints:
    """Weeks until what goes through a hub arrives, by hub."""
    hubs = schedule.hubs
    return np.asarray(model.trade.lag[schedule.edges.edge[hubs.row]] + hubs.lag)


def under_way(model: Model, counted: Meters, calendar: Months) -> Floats:
    """What left before the run and is counted in it, t, months x meters.

    What is counted as it leaves has none: the first days of the first month are as empty there as
    they are of what arrives.
    """
    found = np.zeros((len(calendar.names) + 1, len(counted.names)))
    of = np.repeat(np.arange(len(counted.names)), np.diff(counted.start))
    base, shift = model.trade.base[counted.edge], later(model, counted)
    for week in range(CLEARANCE, min(int(shift.max(initial=0)), len(calendar.month))):
        here = shift > week
        month, part = calendar.month[week], calendar.part[week]
        np.add.at(found[month], of[here], part * base[here])
        np.add.at(found[month + 1], of[here], (1 - part) * base[here])
    return found[:-1]


def months(first: date, weeks: int, after: int = 0) -> Months:
    """The months of weeks that begin on `first`, `after` weeks later; names as 2025-04."""
    days = np.datetime64(first, "D") + 7 * np.arange(after, weeks + after + 1)
    start, month = np.datetime64(first, "M"), days.astype("datetime64[M]")
    left = ((month + 1).astype("datetime64[D]") - days).astype(np.int64)
    number = (month - start).astype(np.int64)
    names = tuple(str(start + passed) for passed in range(number[-1] + 1))
    return Months(names, number[:-1], np.minimum(7, left[:-1]) / 7)
