"""Columns of a schedule: rows of trade, offices, ways round, and what else changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.schedule import Edges, Groups, Hubs
from monazite.shock.scenarios.offices import STATUTORY, review
from monazite.shock.scenarios.routes import NO_QUOTA

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.shock.model.model import Floats, Model
    from monazite.shock.scenarios.holding import Asked
    from monazite.shock.scenarios.schema import Friction, Hub, Scenario

_WEEKS_A_YEAR = 365.25 / 7
_UNSAID = "statutory"
Sequenced = tuple[tuple[int, int], ...]


class Offices(NamedTuple):
    """Queues: what each is in every phase (friction, quota), and the queue of each row."""

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
        *(column(name) for name in ("covered", "alike", "banned", "general", "granted", "duty")),
    )


def offices(asked: Sequence[Asked]) -> Offices:
    """Rows that are handled alike through all phases wait in one queue."""
    kinds: dict[object, tuple[int, Sequenced]] = {}
    found = []
    for one in asked:
        kind = tuple(zip(_entries(one), (held.quota for held in one.held), strict=True))
        quotas = tuple(quota for _, quota in kind)
        # What shares a quota shares a queue, whoever handles it: the tonnes are shared out once.
        key = quotas if any(quota != NO_QUOTA for quota in quotas) else kind
        found.append(kinds.setdefault((type(key), key), (len(kinds), kind))[0])
    return Offices(tuple(kind for _, kind in kinds.values()), tuple(found))


def groups(scenario: Scenario, found: Offices, phases: int) -> Groups:
    """How each queue works in each phase."""
    review_, throughput, quota = (np.full((phases, len(found.kinds)), np.inf) for _ in range(3))
    for column, kind in enumerate(found.kinds):
        for phase, (entry, number) in enumerate(kind):
            said = _said(scenario, entry)
            review_[phase, column] = review(said)
            if said and said.throughput is not None:
                throughput[phase, column] = said.throughput
            if number != NO_QUOTA:
                quota[phase, column] = scenario.quotas[number].tonnes_a_year / _WEEKS_A_YEAR
    return Groups(review_, throughput, quota)


def names(scenario: Scenario, found: Offices) -> tuple[str, ...]:
    """What the scenario calls each queue."""
    said = [[_said(scenario, entry) for entry, _ in kind] for kind in found.kinds]
    return tuple(
        " ".join(dict.fromkeys(one.group if one else _UNSAID for one in kind)) for kind in said
    )


def hubs(scenario: Scenario, model: Model, asked: Sequence[Asked]) -> Hubs:
    """Ways round for every held row that one fits; rows are places in `asked`."""
    place = {country: number for number, country in enumerate(model.countries)}
    found = [
        (number, place[hub.through], hub.share, hub.weeks, hub.seized)
        for hub in scenario.hubs
        if hub.through in place
        for number, one in enumerate(asked)
        if _round(hub, one) and any(held.held for held in one.held)
    ]
    row, country, share, lag, seized = zip(*found, strict=True) if found else ((),) * 5
    return Hubs(
        np.array(row, np.int64), np.array(country, np.int64), np.array(share, float),
        np.array(lag, np.int64), np.array(seized, float),
    )  # fmt: skip


def _round(hub: Hub, one: Asked) -> bool:
    meant = not hub.goods or any(choice.takes(*one.route.good) for choice in hub.goods)
    here = one.route.source in hub.from_ and one.route.target in (hub.to or (one.route.target,))
    return meant and here and hub.through not in one.route[1:]


def _entries(one: Asked) -> tuple[int, ...]:
    """Whose friction, in every phase: where a row is not held, that of the nearest phase before."""
    known = [held.entry for held in one.held if held.entry is not None]
    last, found = (known[0] if known else STATUTORY), []
    for held in one.held:
        last = last if held.entry is None else held.entry
        found.append(last)
    return tuple(found)


def _said(scenario: Scenario, entry: int) -> Friction | None:
    return None if entry == STATUTORY else scenario.friction[entry]
