"""Columns of a schedule: rows of trade, offices, ways round, and what else changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.schedule import Edges, Groups, Hubs
from monazite.shock.scenarios.offices import STATUTORY, review
from monazite.shock.scenarios.vocabulary import meant

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from monazite.shock.model.model import Floats, Model
    from monazite.shock.scenarios.holding import Asked
    from monazite.shock.scenarios.schema import Friction, Hub, Scenario

_WEEKS_A_YEAR = 365.25 / 7
_UNSAID = "statutory"
Sequenced = tuple[tuple[int, frozenset[int]], ...]


class Offices(NamedTuple):
    """Queues: what each is in every phase (friction, quotas), and the queue of each row."""

    kinds: tuple[Sequenced, ...]
    of: tuple[int, ...]


def edges(asked: Sequence[Asked], offices: Offices, phases: int) -> Edges:
    """The rows that are held, in the order of trade."""

    def column(name: str) -> Floats:
        rows = [[getattr(held, name) for held in one.held] for one in asked]
        return np.array(rows, float).reshape(len(asked), phases).T.copy()

    return Edges(
        np.array([one.row for one in asked], np.int64),
        np.array(offices.of, np.int64),
        np.array([one.settled for one in asked], float),
        *(column(name) for name in Edges._fields[3:]),
    )


def offices(asked: Sequence[Asked]) -> Offices:
    """Rows that are handled alike through all phases wait in one queue."""
    kinds: dict[object, Sequenced] = {}
    keys = [_key(one) for one in asked]
    # Who files decides how a queue works that others share for the sake of a quota.
    for one, key in sorted(zip(asked, keys, strict=True), key=lambda pair: not files(pair[0])):
        kinds.setdefault(key, tuple(zip(entries(one), _quotas(one), strict=True)))
    places = {key: number for number, key in enumerate(kinds)}
    return Offices(tuple(kinds.values()), tuple(places[key] for key in keys))


def _key(one: Asked) -> object:
    """What rows of one queue share: the quotas of every phase, or else who handles them."""
    # What shares a quota shares a queue, whoever handles it: the tonnes are shared out once.
    return (True, _quotas(one)) if any(_quotas(one)) else (False, entries(one))


def _quotas(one: Asked) -> tuple[frozenset[int], ...]:
    return tuple(held.quotas for held in one.held)


def files(one: Asked) -> bool:
    """Whether anything of a row waits for a licence in some phase."""
    return any(held.files for held in one.held)


def groups(scenario: Scenario, found: Offices, phases: int) -> Groups:
    """How each queue works in each phase."""
    review_, throughput, quota = (np.full((phases, len(found.kinds)), np.inf) for _ in range(3))
    for column, kind in enumerate(found.kinds):
        for phase, (entry, numbers) in enumerate(kind):
            said = _said(scenario, entry)
            review_[phase, column] = review(said)
            if said and said.throughput is not None:
                throughput[phase, column] = said.throughput
            if numbers:
                least = min(scenario.quotas[number].tonnes_a_year for number in numbers)
                quota[phase, column] = least / _WEEKS_A_YEAR
    return Groups(review_, throughput, quota)


def names(scenario: Scenario, found: Offices) -> tuple[str, ...]:
    """What the scenario calls each queue."""
    said = [[_said(scenario, entry) for entry, _ in kind] for kind in found.kinds]
    return tuple(
        " ".join(dict.fromkeys(one.group if one else _UNSAID for one in kind)) for kind in said
    )


def hubs(scenario: Scenario, model: Model, asked: Sequence[Asked], days: Sequence[date]) -> Hubs:
    """Ways round for every held row that one fits; rows are places in `asked`."""
    place = {country: number for number, country in enumerate(model.countries)}
    found = [
        (number, place[hub.through], hub)
        for hub in scenario.hubs
        if hub.through in place
        for number, one in enumerate(asked)
        if carries(hub, one) and any(held.held for held in one.held)
    ]
    row, country, ways = zip(*found, strict=True) if found else ((),) * 3
    shape = len(days), len(ways)
    return Hubs(
        np.array(row, np.int64),
        np.array(country, np.int64),
        np.array([hub.weeks for hub in ways], np.int64),
        np.array([[hub.share for hub in ways] for _ in days]).reshape(shape),
        np.array([[hub.seized_on(day) for hub in ways] for day in days]).reshape(shape),
    )


def carries(hub: Hub, one: Asked) -> bool:
    """Whether a way round is one for what is held of a row."""
    here = one.route.source in hub.from_ and one.route.target in (hub.to or (one.route.target,))
    return meant(hub.goods, one.route.good) and here and hub.through not in one.route[1:]


def entries(one: Asked) -> tuple[int, ...]:
    """Whose friction, in every phase: where a row is not held, that of the nearest phase before."""
    known = [held.entry for held in one.held if held.entry is not None]
    last, found = (known[0] if known else STATUTORY), []
    for held in one.held:
        last = last if held.entry is None else held.entry
        found.append(last)
    return tuple(found)


def _said(scenario: Scenario, entry: int) -> Friction | None:
    return None if entry == STATUTORY else scenario.friction[entry]
