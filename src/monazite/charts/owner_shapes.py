"""What a picture of who owns whom draws: plain values that the caller has put into words."""

from __future__ import annotations

from dataclasses import dataclass

LISTED, REACHED, POSSIBLY, BELOW = "listed", "reached", "possibly", "below"
COUNTS, IDLE = "counts", "idle"
"""The keys of two words: what the strong and what the weak lines are."""


@dataclass(frozen=True, slots=True)
class Party:
    """A box: its name, and a line below it that says how the party stands."""

    key: str
    kind: str
    name: str
    text: str
    tip: str


@dataclass(frozen=True, slots=True)
class Holding:
    """A line from an owner to what is owned; share: 0 to 1, None where nobody states it."""

    owner: str
    owned: str
    share: float | None
    counts: bool
    text: str
    tip: str
