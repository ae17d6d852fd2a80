"""The way: series, mode, port, ends, the places on it and when it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.groups import GROUPS, wider
from monazite.customs.fitting import materials
from monazite.customs.rulings import FREE
from monazite.customs.statements import movement, on_the_way, statement
from monazite.customs.terms import port_name
from monazite.law.finding import Term
from monazite.law.ruled import ruled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.customs.context import Context
    from monazite.customs.declared import Item
    from monazite.customs.findings import Finding

_RESTRICTED = frozenset({"prohibited", "refused_in_principle"})


def known_words(context: Context) -> Iterator[Finding]:
    """Series and mode are words of the regime."""
    said, rules = context.declaration, context.rules
    if context.series is None:
        words = ", ".join(rules.series)
        yield context.finding("way.series_unknown", "series", value=str(said.series), words=words)
    if said.mode and said.mode not in rules.modes:
        modes = ", ".join(rules.modes)
        yield context.finding("way.mode_unknown", "mode", value=said.mode, words=modes)


def of_its_series(context: Context) -> Iterator[Finding]:
    """Goods that pass come from abroad; why others are not counted as export is shown first."""
    series, home = context.series, context.rules.country
    if series is None:
        return
    word = Term(f"customs.series.{context.declaration.series}")
    if series.shown:
        yield context.resting(series.law, "way.apart_from_export", "series", series=word)
    countries = [
        context.declaration.exporter.country,
        *(i.origin for i in context.declaration.items),
    ]
    if series.foreign and home in countries:
        yield context.resting(series.law, "way.passing_from_home", "series", series=word)


def port(context: Context) -> Iterator[Finding]:
    """The port is one that the regime's table knows, and such a mode leaves from it."""
    said, ports = context.declaration, context.rules.ports
    if not said.port or not ports:
        return
    name = port_name(said.port, context.rules)
    if name is None:
        yield context.finding("way.port_unknown", "port", port=said.port)
    elif said.mode in context.rules.modes and said.mode not in ports[name].modes:
        mode = Term(f"customs.mode.{said.mode}")
        yield context.finding("way.port_unlike_mode", "port", port=name, mode=mode)


def ends(context: Context) -> Iterator[Finding]:
    """Goods go to another country, and neither end is on the way."""
    said, start = context.declaration, context.departure
    if start and said.destination == start:
        yield context.finding("way.destination_at_home", "destination")
    for country in said.via:
        if country in {start, said.destination}:
            yield context.finding("way.via_end", "via", country=Term(country=country))


def leaves(context: Context) -> Iterator[Finding]:
    """Nothing is declared after it has left; the day is that of the regime."""
    day = context.declaration.leaves_on
    if day is not None and day < context.facts.on:
        days = {"day": day.isoformat(), "today": context.facts.on.isoformat()}
        yield context.finding("way.leaves_in_the_past", "leaves_on", **days)


def unloaded_elsewhere(context: Context) -> Iterator[Finding]:
    """Controlled goods that are unloaded in another country than the one they are licensed for."""
    said = context.declaration
    elsewhere = said.arrival and said.destination and said.arrival != said.destination
    if elsewhere and _controlled(context):
        yield context.finding(
            "way.arrival_elsewhere",
            "arrival",
            arrival=Term(country=str(said.arrival)),
            destination=Term(country=str(said.destination)),
        )


def restricted(context: Context) -> Iterator[Finding]:
    """A place on the way to which the same goods might not go."""
    moves = movement(context.declaration, context.rules, context.facts.on, context.law)
    places = on_the_way(context.declaration, context.rules)
    for path, item, found in context.each() if places else ():
        if found.outcome in {None, FREE, *_RESTRICTED}:
            continue
        for country in places:
            there, _ = ruled(statement(item, {**moves, "to": country, "via": None}), context.law)
            if there is not None and there.outcome in _RESTRICTED:
                yield context.finding("way.via_restricted", path, country=Term(country=country))


def known_hubs(context: Context) -> Iterator[Finding]:
    """A way that controlled goods were seen to take.

    A destination that a licence was granted for was looked at there, unless the goods go on.
    """
    said = context.declaration
    on_it = {p for p in (said.arrival, *said.via) if p and p != said.destination}
    for route in context.rules.routes.values():
        places = on_it | {said.destination or ""}
        through = sorted(places.intersection(route.through))
        further = on_it.intersection((*route.through, *route.onward))
        for path, item, found in context.each() if through else ():
            suspect = further or not item.licences
            if suspect and found.outcome != FREE and _is_of(item, route.materials):
                yield context.finding(
                    "way.known_hub",
                    path,
                    places=tuple(Term(country=country) for country in through),
                    source=Term(route.law),
                )


def _controlled(context: Context) -> bool:
    return any(found.outcome not in {None, FREE} for found in context.rulings)


def _is_of(item: Item, wanted: tuple[str, ...]) -> bool:
    """Whether the item holds, or is, one of some materials."""
    elements, groups = materials(item.contains or "")
    named = groups.union(*(wider(g) for g in groups))
    return any(w in elements or (w in GROUPS and w in named) for w in wanted)


CHECKS = (
    known_words,
    of_its_series,
    port,
    ends,
    leaves,
    unloaded_elsewhere,
    restricted,
    known_hubs,
)
