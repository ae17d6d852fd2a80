"""What people hand in at a challenge, as values; services read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Given:
    """Which items are challenged, on which grounds of the regime, and what the declarant reads."""

    items: tuple[int, ...]
    grounds: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a laboratory found an item to be; contains as in a declaration ("Sm=0.226,Co,Fe")."""

    item: int
    laboratory: str
    method: str
    taken_on: date
    form: str
    contains: str
    text: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What somebody would judge; disposal: of the regime, for controlled goods, else ""."""

    finding: str
    disposal: str
    grounds: tuple[str, ...]
    text: str
