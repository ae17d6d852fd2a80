"""What is known of an exporter beside its application: breaches, parents, past licences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Record:
    """An exporter's record; None is "not known".

    convicted: of a breach of export control; penalised_on: the days of serious administrative
    penalties; listed_parent: it is a unit of a foreign party on a control list; closed_until: no
    application is taken from it up to that day; licences: how many it has had.
    """

    convicted: bool | None = None
    penalised_on: tuple[date, ...] = ()
    listed_parent: bool | None = None
    closed_until: date | None = None
    licences: int | None = None
