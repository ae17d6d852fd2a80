"""Packages compared: what each brings each side, on the same levers, agreed on the same day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from monazite.shock.leverage.asked import (
    HORIZONS,
    check_days,
    check_draws,
    check_start,
    checked_months,
    chosen_packages,
    known_with,
)
from monazite.shock.leverage.asking import DRAWS, START, ground_of
from monazite.shock.leverage.equations import equations
from monazite.shock.leverage.given import countable, dated, held_by, standing
from monazite.shock.leverage.grasping import duty_differs
from monazite.shock.leverage.grounds import WORLD
from monazite.shock.leverage.promises import gives, promises
from monazite.shock.leverage.results import (
    Comparison,
    PackageDifference,
    PackageGain,
    PackageValue,
)
from monazite.shock.leverage.runs import Runs, nobody
from monazite.shock.leverage.scenes import Held
from monazite.shock.leverage.telling import words
from monazite.shock.leverage.weighing import Scale, gain, shared
from monazite.shock.parameters.reading import packaged as parameters
from monazite.shock.results.resting import ran
from monazite.shock.runs.draws import drawn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from monazite.shock.leverage.results import Gain
    from monazite.shock.leverage.running import Reading
    from monazite.shock.leverage.runs import Told
    from monazite.shock.leverage.scenes import Ground
    from monazite.shock.leverage.schema import Lever, Package
    from monazite.shock.runs.case import Case

AFTER = 30
"""Days from the one on which the levers begin to the one on which packages are agreed."""
_PAIR = 2
_BARE = ("magnets",)
"""The world of packages of which nothing can be counted."""


class _Made(NamedTuple):
    """A scene that was run."""

    case: Case
    reading: Reading


@dataclass(frozen=True, slots=True, eq=False)
class _Table:
    """What packages are laid on: the levers that stand, and the sides that look at them."""

    known: Mapping[str, Lever]
    stand: tuple[Lever, ...]
    ground: Ground
    agreed: date
    parties: tuple[str, ...]
    months: tuple[int, ...]
    runs: Runs
    base: _Made

    def made(self, package: Package, giver: str | None) -> _Made:
        """The package, or what one side gives of it; what stands, if nothing can be counted."""
        given = [
            give for give in dated(package, self.agreed)
            if giver in {None, give.side} and countable(give, self.known[give.lever])
        ]  # fmt: skip
        if not given:
            return self.base
        held = held_by(self.stand, self.ground.starts, given, self.known)
        case = self.runs.case(package.id, self.ground, held)
        return _Made(case, self.runs.reading(case, self.ground))

    def scale(self, with_: _Made, without: _Made) -> Scale:
        """Two runs held against each other."""
        duty = duty_differs(with_.case.schedule, without.case.schedule)
        return Scale(self.runs.on(self.ground), with_.reading, without.reading, duty)

    def other(self, party: str) -> str:
        """The counterpart of a side: the other of two, else everybody else."""
        rest = [one for one in self.parties if one != party]
        return rest[0] if len(rest) == 1 else WORLD


def compare(
    packages: Sequence[str | Package],
    *,
    horizons: Sequence[int] = HORIZONS,
    after: int = AFTER,
    start: date = START,
    draws: int = DRAWS,
    seed: int = 1,
    told: Told = nobody,
) -> Comparison:
    """What packages are worth to each side, against the levers that stand without them.

    What stands, from `start` on, is every lever of which any of the packages gives something.
    packages: ids of packaged ones, or packages that were read; horizons: months from `start` on, to
    whose ends gains are told; after: days from `start` to the day on which each is agreed, from
    which its days count; told: as of `leverage`.

    Raises:
        ScenarioError: a lever that does not fit the model.
        InputError: field "packages", "horizons", "after", "start", "draws" or "seed".
    """
    chosen, months = chosen_packages(packages), checked_months(horizons)
    check_start(start)
    check_draws(draws)
    known, rows = known_with(one for package in chosen for one in package.levers), parameters()
    ground = ground_of(start, months[-1], known.values())
    check_days("after", after, 0, 7 * ground.weeks - 1)
    stand, parties = standing(chosen, known), _parties(chosen)
    named = [known[give.lever] for one in chosen for give in one.gives]
    ground = ground.of((*stand, *named))
    ground = ground._replace(scope=ground.scope or _BARE)
    total = 1 + sum(1 + len(one.sides) for one in chosen)
    runs = Runs(drawn(rows, draws, seed), parties, months[-1], total, told)
    base = _Made(*runs.kept("standing", ground, [Held(one, start) for one in stand]))
    table = _Table(known, stand, ground, start + timedelta(days=after), parties, months, runs, base)
    wholes = [table.made(one, None) for one in chosen]
    return Comparison(
        packages=tuple(_value(table, *pair) for pair in zip(chosen, wholes, strict=True)),
        differences=tuple(_differences(table, chosen, wholes)),
        **ran(runs.head("packages", ground), rows, draws, seed).head,
        horizons=months,
        after=after,
        standing=tuple(one.id for one in stand),
        equations=equations(),
        notes=tuple(runs.notes.values()),
    )


def _parties(packages: Sequence[Package]) -> tuple[str, ...]:
    """Everybody who gives, and everybody to whom something is given by name."""
    every = [one for package in packages for one in package.sides]
    to = [one for package in packages for give in package.gives for one in give.to]
    return tuple(dict.fromkeys((*every, *to)))


def _value(table: _Table, package: Package, whole: _Made) -> PackageValue:
    scales: dict[str | None, Scale] = {None: table.scale(whole, table.base)}
    for giver in package.sides:
        scales[giver] = table.scale(table.made(package, giver), table.base)
    both, opposed = _shared(table, scales[None])
    return PackageValue(
        package.id, words(package.title), words(package.summary), package.agreed.isoformat(),
        tuple(promises(package)), tuple(gives(package, table.known, table.agreed)),
        tuple(
            PackageGain(giver, *row) for giver, scale in scales.items()
            for row in _gains(table, scale)
        ),
        both, opposed,
    )  # fmt: skip


def _gains(table: _Table, scale: Scale) -> Iterator[tuple[int, Gain]]:
    for party in table.parties:
        loss = scale.loss(party, table.other(party))
        yield from ((months, gain(loss, months)) for months in table.months)


def _shared(table: _Table, scale: Scale) -> tuple[float | None, float | None]:
    if len(table.parties) != _PAIR:
        return None, None
    one, other = table.parties
    return shared(scale.loss(one, other), scale.loss(other, one), table.months[-1])


def _differences(
    table: _Table, packages: Sequence[Package], wholes: Sequence[_Made]
) -> Iterator[PackageDifference]:
    first, *others = packages
    for one, whole in zip(others, wholes[1:], strict=True):
        scale = table.scale(whole, wholes[0])
        for months, found in _gains(table, scale):
            yield PackageDifference(one.id, first.id, months, found)
