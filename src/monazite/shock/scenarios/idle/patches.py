"""Measures that a scenario adds, suspends or lifts, and that change nothing of what is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.shock.scenarios.covering import Rulings
from monazite.shock.scenarios.holding import routes_of
from monazite.shock.scenarios.patching import PatchedLaw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.shock.scenarios.found import Found
    from monazite.shock.scenarios.schema import LawPatch, Patch


def patches(found: Found) -> Iterator[tuple[str, str]]:
    """The path of each, and why."""
    law = found.scenario.law
    for name in ("add", "suspend", "lift"):
        entries: tuple[Patch, ...] = getattr(law, name)
        for number, one in enumerate(entries):
            others = law.model_copy(update={name: (*entries[:number], *entries[number + 1 :])})
            if reason := _reason(found, one, others):
                yield f"law.{name}[{number}]", reason


def _reason(found: Found, one: Patch, others: LawPatch) -> str | None:
    """Why nothing is held otherwise with the entry than with all the others."""
    if found.law.measures[one.measure].departures.mode != "only":
        return "beyond"
    reason = found.reason(one, (), lambda route: one.means(route.target))
    return reason or (None if _moves(found, one, others) else _part_of_flows(found, one))


def _moves(found: Found, one: Patch, others: LawPatch) -> bool:
    without = found.routes.under(Rulings(PatchedLaw(found.law, others)))
    return any(
        found.routes.by_law(route, day) != without.by_law(route, day)
        for day in found.days
        if one.holds(day)
        for route in routes_of(found.model)
        if one.means(route.target)
    )


def _part_of_flows(found: Found, one: Patch) -> str:
    """Whether the flows are made under the measure, so that taking it away changes nothing."""
    under = any(
        one.measure in found.routes.when_made(route)
        for route in routes_of(found.model)
        if one.means(route.target)
    )
    return "flows" if under else "measure"
