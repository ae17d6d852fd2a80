"""The way itself: mode and ports that go together, and the places that it passes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from monazite.catalogue.words import fold
from monazite.law.finding import Term
from monazite.licensing.elsewhere import stopped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.licensing.context import Context
    from monazite.licensing.findings import Finding

_AIRPORT = re.compile(r"airport|air port|机场|航空港|空港")
_SEAPORT = re.compile(r"seaport|sea port|harbou?r|海港|码头|container terminal")
_STATION = re.compile(r"railway|rail station|火车站|铁路")
# The words of a port that no such mode leaves from.
_NOT_BY = {
    "sea": (_AIRPORT, _STATION),
    "air": (_SEAPORT, _STATION),
    "rail": (_AIRPORT, _SEAPORT),
}


def mode_and_port(context: Context) -> Iterator[Finding]:
    """Ships leave from harbours and aircraft from airports, as far as the name says it."""
    for n, way in enumerate(context.application.transport):
        for field, port in (
            ("port_of_exit", way.port_of_exit),
            ("port_of_entry", way.port_of_entry),
        ):
            unlike = _NOT_BY.get(way.mode or "", ())
            if port and any(words.search(port.casefold()) for words in unlike):
                mode = Term(f"licensing.choice.mode.{way.mode}")
                path = f"transport[{n}].{field}"
                yield context.finding("transport.mode_unlike_port", path, mode=mode, port=port)


def electronic_goods(context: Context) -> Iterator[Finding]:
    """Only know-how leaves by wire."""
    forms = {line.form for line in context.application.lines} - {None, "technology"}
    for n, way in enumerate(context.application.transport):
        if way.mode == "electronic" and forms:
            yield context.finding("transport.goods_by_wire", f"transport[{n}].mode")


def two_ports(context: Context) -> Iterator[Finding]:
    """Goods enter elsewhere than they leave, unless they stay in the country."""
    if context.application.destination == context.departure:
        return
    for n, way in enumerate(context.application.transport):
        leaves, enters = way.port_of_exit, way.port_of_entry
        if leaves and enters and fold(leaves) == fold(enters):
            path = f"transport[{n}].port_of_entry"
            yield context.finding("transport.same_port", path, port=enters)


def ends_are_not_on_the_way(context: Context) -> Iterator[Finding]:
    """What lies on the way is neither its beginning nor its end."""
    ends = {context.departure, context.application.destination}
    for n, way in enumerate(context.application.transport):
        for country in way.via:
            if country in ends:
                place = Term(country=country)
                yield context.finding("transport.via_end", f"transport[{n}].via", country=place)


def restricted_on_the_way(context: Context) -> Iterator[Finding]:
    """A place on the way to which the same line might not go."""
    ends = {context.departure, context.application.destination}
    ways = context.application.transport
    closed = stopped(context, [c for way in ways for c in way.via if c not in ends])
    for n, way in enumerate(ways):
        for country in sorted(closed.intersection(way.via)):
            place = Term(country=country)
            yield context.finding("transport.via_restricted", f"transport[{n}].via", country=place)


CHECKS = (
    mode_and_port,
    electronic_goods,
    two_ports,
    ends_are_not_on_the_way,
    restricted_on_the_way,
)
