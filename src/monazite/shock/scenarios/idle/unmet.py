"""Destinations that an entry names and to which the model has no such flow."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from monazite.shock.scenarios.holding import dutiable, routes_of
from monazite.shock.scenarios.routes import means

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from monazite.shock.scenarios.found import Found
    from monazite.shock.scenarios.routes import Route


def unmet(found: Found) -> Iterator[tuple[str, str]]:
    """Paths, and the countries (ISO3) without a flow; entries that lack the same stand together."""
    lacking: dict[tuple[str, ...], list[str]] = {}
    for path, named, fits in _named(found):
        there = {route.target for route in routes_of(found.model) if fits(route)}
        missing = tuple(one for one in named if one not in there)
        if missing and there.intersection(named):
            lacking.setdefault(missing, []).append(path)
    for countries, paths in lacking.items():
        yield ", ".join(paths), ", ".join(countries)


def _named(found: Found) -> Iterator[tuple[str, tuple[str, ...], Callable[[Route], bool]]]:
    """Every list of destinations, and which routes its entry is about."""
    said = found.scenario
    held = {one.route for one in found.asked if any(each.held for each in one.held)}
    lists = {"bans": said.bans, "licences": said.licences, "quotas": said.quotas}
    for name, entries in lists.items():
        for number, one in enumerate(entries):
            yield f"{name}[{number}]", one.destinations, partial(means, one)
    for number, entry in enumerate(said.friction):
        yield f"friction[{number}]", entry.destinations, held.__contains__
    for number, duty in enumerate(said.duties):
        yield f"duties[{number}]", duty.destinations, partial(dutiable, duty)
