"""What a scenario does, week by week, in columns over the model's edges, makers and users."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats, Ints


class Edges(NamedTuple):
    """The rows of trade that a measure of the scenario reaches, in phases x rows.

    edge: the row of trade; group: whose queue it waits in; covered: the part of its goods that is
    licensed or banned; alike: the part that customs may hold by mistake (times `look_alike`);
    banned: 1 where what is covered may not leave; general: the part of what is covered that a
    general licence lets pass; granted: the part of applications that is granted; duty: added by the
    buyer's side, a fraction of the price.
    """

    edge: Ints
    group: Ints
    covered: Floats
    alike: Floats
    banned: Floats
    general: Floats
    granted: Floats
    duty: Floats


class Groups(NamedTuple):
    """Licensing offices, one queue each: phases x groups.

    review: mean weeks of a file; throughput: files decided a week at most, as a part of what the
    covered flows were before, infinite where nothing limits; quota: t a week, likewise.
    """

    review: Floats
    throughput: Floats
    quota: Floats


class Hubs(NamedTuple):
    """Ways round: row of `Edges`, share of what is blocked, extra weeks, chance of seizure."""

    row: Ints
    country: Ints
    share: Floats
    lag: Ints
    seized: Floats


class Elsewhere(NamedTuple):
    """What else changes: phases x goods (announced), makers, users, markets.

    announced: 1 where buyers fear for the good; available: times capacity; wanted: times use;
    released: t a week out of strategic stocks.
    """

    announced: Floats
    available: Floats
    wanted: Floats
    released: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Schedule:
    """A scenario over weeks; phase: which row of every table holds in a week."""

    phase: Ints
    edges: Edges
    groups: Groups
    hubs: Hubs
    elsewhere: Elsewhere

    @property
    def weeks(self) -> int:
        """How many weeks are run."""
        return len(self.phase)
