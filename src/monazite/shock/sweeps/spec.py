"""A sweep that was read: the scenario, its variations, and how many draws each is run with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from monazite.shock.scenarios.schema import Scenario

MOST = 100_000_000
"""Scenarios at most."""
MOST_VARIATIONS = 1_000_000


@dataclass(frozen=True, slots=True)
class Spec:
    """Scenario number n is draw n % draws of variation n // draws.

    paths: what varies; points: the values by variation, in the order of the paths, as they would
    stand in a scenario's file; of a grid the last path goes fastest. title: in English and Chinese.
    """

    scenario: Scenario
    title: tuple[str, str]
    paths: tuple[str, ...]
    points: tuple[tuple[str, ...], ...]
    kind: Literal["grid", "sample"]
    draws: int
    seed: int

    @property
    def scenarios(self) -> int:
        """How many there are."""
        return len(self.points) * self.draws
