"""What FollowTheMoney keeps of a party in entities of their own: sanctions, papers, addresses."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from monazite.watch.screening.lists.reading.days import day
from monazite.watch.screening.lists.reading.idents import kind_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from monazite.watch.screening.lists.reading.sources import Source

_SCHEMATA = {"Sanction": "entity", "Passport": "holder", "Identification": "holder", "Address": ""}
"""Schema → the property that names the party; an address is named by the party."""
_ANY = re.compile(rb'"schema"\s*:\s*"(Sanction|Passport|Identification|Address)"')


def many(properties: Mapping[str, Any], name: str) -> list[str]:
    """The texts of a property."""
    values = properties.get(name) or ()
    return [one for one in values if isinstance(one, str)] if isinstance(values, list) else []


@dataclass(slots=True)
class Told:
    """What is said of one party beside it; first, last: the days of its listing."""

    programmes: list[str] = field(default_factory=list)
    numbers: list[tuple[str, str, str]] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    starts: list[date] = field(default_factory=list)
    ends: list[date | None] = field(default_factory=list)

    @property
    def first(self) -> date | None:
        """The first day that any of its listings says."""
        return min(self.starts, default=None)

    @property
    def last(self) -> date | None:
        """The last day, where every listing has one."""
        known = [one for one in self.ends if one is not None]
        return max(known) if known and len(known) == len(self.ends) else None

    def take(self, schema: str, properties: Mapping[str, Any]) -> None:
        """Add what one entity beside it says."""
        if schema == "Sanction":
            self.programmes += [*many(properties, "programId"), *many(properties, "program")]
            self.pages += many(properties, "sourceUrl")
            starts = many(properties, "startDate") or many(properties, "listingDate")
            self.starts += [one for one in map(day, starts) if one is not None]
            self.ends.append(max(filter(None, map(day, many(properties, "endDate"))), default=None))
        elif schema == "Address":
            self.addresses += many(properties, "full")
        else:
            words = " ".join(many(properties, "type")) or schema
            country = next(iter(many(properties, "country")), "")
            self.numbers += [(kind_of(words), one, country) for one in many(properties, "number")]


@dataclass(slots=True)
class Beside:
    """What is said beside the parties, by the party's id, and addresses by their own."""

    told: dict[str, Told]
    addresses: dict[str, list[str]]

    def of(self, ident: str, properties: Mapping[str, Any]) -> Told:
        """What is said of a party; entities may also be nested in its own properties."""
        found = self.told.pop(ident, None) or Told()
        for values in properties.values():
            for one in values if isinstance(values, list) else ():
                if isinstance(one, dict) and one.get("schema") in _SCHEMATA:
                    found.take(one["schema"], one.get("properties") or {})
        for address in many(properties, "addressEntity"):
            found.addresses += self.addresses.get(address, ())
        return found


def beside(one: Source) -> Beside:
    """Read what stands beside the parties of a file; a line that is no JSON is left for later."""
    told: defaultdict[str, Told] = defaultdict(Told)
    addresses: dict[str, list[str]] = {}
    for line in one.lines():
        if not _ANY.search(line):
            continue
        try:
            found = json.loads(line)
            schema, properties = found["schema"], found["properties"]
        except (ValueError, KeyError, TypeError):
            continue
        if schema == "Address":
            addresses[str(found.get("id"))] = many(properties, "full")
        elif schema in _SCHEMATA:
            for party in many(properties, _SCHEMATA[schema]):
                told[party].take(schema, properties)
    return Beside(dict(told), addresses)
