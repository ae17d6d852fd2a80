"""A party of a list, whichever publisher's: its names, and what else tells it from others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import date

Kind = Literal["person", "company", "vessel", "aircraft", "other"]
NameKind = Literal["primary", "alias", "weak", "former"]


class Name(NamedTuple):
    """A name as the list writes it; weak: the publisher's own low-quality alias."""

    text: str
    kind: NameKind = "primary"


class Identifier(NamedTuple):
    """A number that is one party's: kind as `uscc`, `lei`, `imo`, `passport`; as it is written."""

    kind: str
    value: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """One entry of a list.

    list, id: the list's name in the store and the entry's id there, stable between versions.
    names: the primary name first. countries: ISO 3166 alpha-2, as far as they were understood.
    dates: of birth or founding, as far as known (`1950`, `1950-03`, `1950-03-01`).
    listed_from, listed_until: the first and the last day, None where unknown or open.
    paused_from, paused_until: days between which its effect is suspended.
    source: where the publisher tells of it; note: what else is said, as it is written.
    """

    list: str
    id: str
    kind: Kind
    names: tuple[Name, ...]
    countries: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    addresses: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    listed_from: date | None = None
    listed_until: date | None = None
    paused_from: date | None = None
    paused_until: date | None = None
    source: str = ""
    note: str = ""
