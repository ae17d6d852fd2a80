"""A sweep as its file says it: a scenario, and what of it varies."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from monazite.shock.scenarios.schema import Part, Some, Text


class Vary(Part):
    """A value of the scenario that varies; path: its place, as `friction[0].throughput`.

    values: those that it takes; or from, to: between which, and number: how many of them, both ends
    included. Numbers, percentages and days can be said so, all else by `values` alone.
    """

    path: Annotated[str, Some]
    values: tuple[Annotated[str, Some], ...] = ()
    from_: str | None = Field(alias="from", default=None)
    to: str | None = None
    number: str | None = None


class Sample(Part):
    """So many Sobol points of all that varies, in place of the full grid."""

    points: str
    seed: str = "1"


class File(Part):
    """The file; draws: of the parameters, the same for every variation; seed: of these draws."""

    scenario: Annotated[str, Some]
    title: Text | None = None
    vary: tuple[Vary, ...] = ()
    sample: Sample | None = None
    draws: str = "64"
    seed: str = "1"
