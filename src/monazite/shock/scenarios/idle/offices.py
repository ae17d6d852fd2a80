"""Entries of friction that handle no file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.shock.scenarios.offices import fits
from monazite.shock.scenarios.uses import uses
from monazite.shock.scenarios.vocabulary import meant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from monazite.shock.model.model import Model
    from monazite.shock.scenarios.found import Found
    from monazite.shock.scenarios.routes import Route
    from monazite.shock.scenarios.schema import Friction, Special

    Uses = Mapping[tuple[object, str], frozenset[str]]


def offices(found: Found) -> Iterator[tuple[str, str]]:
    """The path of each, and of what it says for some alone, and why."""
    friction = found.scenario.friction
    used = _used(found.model) if any(one.uses for entry in friction for one in entry.by) else {}
    for number, entry in enumerate(friction):
        path = f"friction[{number}]"
        rows = [
            one.route for one, held, _, _ in found.cells() if held.files and number in held.others
        ]
        if not rows:
            yield path, _reason(found, entry)
            continue
        for place, one in enumerate(entry.by):
            if not _meets(one, rows, used):
                yield f"{path}.by[{place}]", "nowhere"


def _reason(found: Found, entry: Friction) -> str:
    meant = found.reason(entry, entry.goods, lambda route: entry.means(route.target))
    if meant:
        return meant
    names = set(entry.measures)
    held = [one.route for one, _, reach, _ in found.cells() if names & reach.measures]
    if not held:
        return "measure"
    return "overruled" if any(_takes(entry, route) for route in held) else "nowhere"


def _takes(entry: Friction, route: Route) -> bool:
    return meant(entry.goods, route.good) and entry.means(route.target)


def _meets(one: Special, rows: Iterable[Route], used: Uses) -> bool:
    """Whether any route is one of those, and its market goes into any of the uses."""
    meant = {row for row in rows if fits(one, row.good, row.target)}
    return any(not one.uses or used[row.good, row.target].intersection(one.uses) for row in meant)


def _used(model: Model) -> Uses:
    """What the goods of each market go into in the end."""
    places = [(good, country) for good in model.goods for country in model.countries]
    return {
        place: frozenset(name for name, part in zip(model.sectors, parts, strict=True) if part > 0)
        for place, parts in zip(places, uses(model).tolist(), strict=True)
    }
