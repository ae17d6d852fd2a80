"""What is asked: an item, its movement, and the two days; parsed from people's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from monazite.law.parameters import Parameter


@dataclass(frozen=True, slots=True)
class Item:
    """What is to move.

    contains: principal constituents, complete (symbol → mass fraction or None for "present");
    None where the composition is not stated. groups: materials named as a group (GRAPHITE, REE).
    only: the list is closed, minor constituents too. parameters: by name, as given.
    control_list: the jurisdiction whose list the control code is of; codes are unique only there.
    """

    form: str | None = None
    hs: str | None = None
    control_code: str | None = None
    control_list: str = "CN"
    technology: str | None = None
    contains: tuple[tuple[str, Decimal | None], ...] | None = None
    groups: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    only: bool = False
    parameters: tuple[tuple[str, Parameter], ...] = ()

    @property
    def composition_stated(self) -> bool:
        """Whether anything was said of what it consists of."""
        return self.contains is not None or bool(self.groups)


@dataclass(frozen=True, slots=True)
class Movement:
    """From where to where, by way of what, for whom and what for; None is "not stated"."""

    departure: str | None = None
    destination: str | None = None
    via: tuple[str, ...] = ()
    origin: str | None = None
    made_in: str | None = None
    technology_origin: str | None = None
    content_share: tuple[tuple[str, Decimal], ...] = ()
    end_use: str | None = None
    end_user: str | None = None
    military: str | None = None
    owned_by_listed: Decimal | None = None
    knows_helps: str | None = None
    exporter: str | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """An item and its movement on a day, with what was published by another day."""

    item: Item
    movement: Movement
    on: date
    known: date
