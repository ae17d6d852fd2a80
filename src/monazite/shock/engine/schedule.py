"""What a scenario does, week by week, in columns over the model's edges, makers and users."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats, Ints


class Edges(NamedTuple):
    """The rows of trade that a measure of the scenario reaches.

    edge: the row of trade; group: whose queue it waits in; settled: 1 where a licence was needed
    before week 0 already, whose files are under way. In phases x rows: covered: the part of its
    goods that is licensed or banned; alike: the part that customs may hold by mistake (times
    `look_alike`); banned: 1 where what is covered may not leave; general: the part of what is
    covered that a general licence lets pass; granted: the part of applications that is
    granted; sure: 1 where the scenario states that number, which is then taken as it is, 0 where
    nobody does (times the draw's `granted`); duty: added by the buyer's side, a fraction of the
    price.
    """

    edge: Ints
    group: Ints
    settled: Floats
    covered: Floats
    alike: Floats
    banned: Floats
    general: Floats
    granted: Floats
    sure: Floats
    duty: Floats


class Groups(NamedTuple):
    """Licensing offices, one queue each: phases x groups.

    review: mean weeks of a file, below 1 taken as 1: what is filed leaves in the next week at the
    soonest; throughput: files decided a week at most, as a part of what the covered flows were
    before, infinite where nothing limits; quota: t a week, likewise.
    """

    review: Floats
    throughput: Floats
    quota: Floats


class Hubs(NamedTuple):
    """Ways round: row of `Edges`, through which country, and how many weeks longer it takes.

    Phases x ways: share: of what is blocked, together no more than all of it; seized: the part of
    what is sent that is found.
    """

    row: Ints
    country: Ints
    lag: Ints
    share: Floats
    seized: Floats


class Elsewhere(NamedTuple):
    """What else changes: phases x goods (announced), makers, users, markets, users' inputs.

    announced: 1 where buyers fear for the good; available: times capacity; wanted: times use;
    released: t a week out of strategic stocks; admitted: the part of its order that a user may be
    served, 1 where no office refuses that use; missing: of users, the part of their use that stands
    for want of an input that is no good of the model, which `wanted` no longer has; leak: of users,
    the part of lost output that is bought finished instead.
    """

    announced: Floats
    available: Floats
    wanted: Floats
    released: Floats
    admitted: Floats
    missing: Floats
    leak: Floats


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
