"""What of the law stands beside a scenario: part of the flows already, or ended before the run."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue.countries import describe
from monazite.law.model import ONE_DAY
from monazite.law.status import ENDED, state_of
from monazite.shock.scenarios.holding import routes_of
from monazite.shock.scenarios.words import choice

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping
    from datetime import date

    from monazite.law.law import Law
    from monazite.shock.scenarios.found import Found


class Over(NamedTuple):
    """A measure that an entry names and that ended; after: what took its place, if anything."""

    path: str
    measure: str
    last: date
    after: tuple[str, ...]


def unheld(found: Found) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Materials of the scope of which nothing is held anew, by the measures that the flows hold."""
    held = [one.route.good for one in found.asked if any(each.held for each in one.held)]
    every: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name in found.scenario.scope:
        if not any(choice(name).takes(*good) for good in held):
            under = _standing(found, name)
            every[under] = (*every.get(under, ()), name)
    return every


def _standing(found: Found, material: str) -> tuple[str, ...]:
    """The measures that hold a material's goods when the run begins."""
    places = _lawful(found.law)
    meant = (
        one
        for one in routes_of(found.model)
        if one.source in places and choice(material).takes(*one.good)
    )
    names = (found.routes.standing(route, found.days[0]) for route in meant)
    return tuple(sorted(frozenset[str]().union(*names)))


def _lawful(law: Law) -> frozenset[str]:
    """Countries (ISO3) of whose exports the law data know anything."""
    every = (one.departures for one in law.measures.values())
    codes = {code for one in every if one.mode == "only" for code in one.countries}
    return frozenset(describe(code).iso3 for code in codes)


def ended(found: Found, idle: Container[str]) -> Iterator[Over]:
    """Measures, ended before the run, of entries that move nothing; idle: their paths."""
    said = found.scenario
    named = {f"friction[{n}]": one.measures for n, one in enumerate(said.friction)}
    for name, patches in (("suspend", said.law.suspend), ("lift", said.law.lift)):
        named |= {f"law.{name}[{n}]": (one.measure,) for n, one in enumerate(patches)}
    for path, measures in named.items():
        for name in measures if path in idle else ():
            if over := _over(found, path, name):
                yield over


def _over(found: Found, path: str, name: str) -> Over | None:
    """How a measure ended; None for one that did not, or that the scenario made itself."""
    law = found.law
    if name not in law.measures:
        return None
    measure = law.measures[name]
    state = state_of(law, measure, measure.effective_from, None, found.days[0], law.compiled)
    if state.state != ENDED or state.since is None:
        return None
    after = {one.by for one in law.relations_of.get(name, ()) if one.kind == "replaces"}
    return Over(path, name, state.since - ONE_DAY, tuple(sorted(after & law.measures.keys())))
