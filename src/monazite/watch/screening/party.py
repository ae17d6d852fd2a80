"""A party that is asked about: what somebody typed or declared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from monazite.watch.screening.entity import Identifier, Kind


@dataclass(frozen=True, slots=True)
class Asked:
    """A party to be screened.

    names: in any script, at least one; kind: None where it is not known, then every class is
    compared. countries: ISO alpha-2; dates: partial ISO days; identifiers: as typed. All but the
    names are evidence for or against a match, never a filter. not_understood: what else was told,
    as (field, text): `country`, `date`, `identifier` (kind=value).
    """

    names: tuple[str, ...]
    kind: Kind | None = None
    countries: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    not_understood: tuple[tuple[str, str], ...] = ()
