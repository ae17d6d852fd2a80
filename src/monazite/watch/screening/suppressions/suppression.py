"""A pair that somebody set aside, or that the setting aside was taken back."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

_ID_SIGNS = 12


@dataclass(frozen=True, slots=True)
class Suppression:
    """That an asked party is not the one that an entry means, as somebody saw it.

    asked: fingerprint of the party; names: as they were typed, for people. entry: hash of what
    the list said of the entity then: where it says something else, the pair must be looked at
    again. until: the last day on which it holds.
    """

    asked: str
    names: tuple[str, ...]
    list: str
    entity: str
    entry: str
    until: date
    evidence: str
    by: str
    at: datetime

    @property
    def id(self) -> str:
        """The hash of all of it."""
        return hashlib.sha256(self.line()).hexdigest()[:_ID_SIGNS]

    @property
    def pair(self) -> tuple[str, str, str]:
        """Whose alert of whom is set aside."""
        return self.asked, self.list, self.entity

    def line(self) -> bytes:
        """The line of the file."""
        return line(asdict(self) | {"until": self.until.isoformat(), "at": self.at.isoformat()})


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """That a suppression does not hold any more, by whom and why."""

    withdraws: str
    why: str
    by: str
    at: datetime

    def line(self) -> bytes:
        """The line of the file."""
        return line(asdict(self) | {"at": self.at.isoformat()})


def line(told: dict[str, Any]) -> bytes:
    """A record as one line of JSON."""
    return (json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def read(text: str) -> Suppression | Withdrawal:
    """The record of a line; ValueError, KeyError or TypeError where it is none."""
    told = json.loads(text)
    told["at"] = datetime.fromisoformat(told["at"])
    if "withdraws" in told:
        return Withdrawal(**told)
    told["until"] = date.fromisoformat(told["until"])
    return Suppression(**(told | {"names": tuple(told["names"])}))
