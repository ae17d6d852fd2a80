"""What was run, and on what it rests: the head of every result."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Assumption:
    """What nothing was fitted on: a parameter that is drawn, or a table that is taken as it stands.

    parameter: its name; table: that of a packaged table, whose rows `monazite source` shows; one of
    the two is null. confidence: that of the parameter ("scenario" where the scenario sets it), or
    of the least sure row of the table. what it is, and why it is assumed, in English and Chinese.
    """

    parameter: str | None
    table: str | None
    confidence: str
    what: dict[str, str]
    why: dict[str, str]


@dataclass(frozen=True, slots=True)
class Ran:
    """What was run.

    first_day: of week 0; world_year: the year whose flows between countries the world before the
    shock has; parameters_hash: SHA-256 of what was drawn from; assumed: what it rests on that
    nothing was fitted on.
    """

    scenario: str
    first_day: str
    weeks: int
    world_year: int
    draws: int
    seed: int
    engine: Literal["compiled", "reference"]
    parameters: str
    parameters_hash: str
    assumed: tuple[Assumption, ...]

    @property
    def head(self) -> dict[str, Any]:
        """The values above by name: what another result of the same run begins with."""
        return {one.name: getattr(self, one.name) for one in fields(Ran)}
