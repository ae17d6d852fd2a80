"""What the gate finds in a declaration."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar

from monazite.law.finding import Finding as Base
from monazite.law.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

T = TypeVar("T", bound=Base)


@dataclass(frozen=True, slots=True)
class Finding(Base):
    """A finding whose words are `customs.finding.CODE` and `customs.cure.CODE`.

    An error stops the item; a warning keeps it until an officer has looked; a note does neither.
    """

    TEXTS: ClassVar[str] = "customs"


OFFICE_ONLY = frozenset(
    {"risk.high", "way.known_hub", "way.port_changed", "way.arrival_repeated", "split.with_others"}
)
"""How the office aims: told to nobody whom it aims at, nor whose parcels others send."""


def told(findings: Iterable[T]) -> tuple[T, ...]:
    """The findings that a declarant is told."""
    return tuple(each for each in findings if each.code not in OFFICE_ONLY)


@lru_cache(maxsize=1)
def severities() -> Mapping[str, str]:
    """The severity of every finding of the gate, by its code."""
    return table(Path(__file__).with_name("rules.yaml"))
