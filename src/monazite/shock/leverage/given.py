"""What packages give, on the levers that stand: moved to the day on which they are agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.shock.leverage.scenes import General, Held
from monazite.shock.leverage.windows import Cut, moved

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from monazite.shock.leverage.schema import Give, Lever, Package

_ADD, _LICENCE = "add", "licence"


def standing(packages: Iterable[Package], known: Mapping[str, Lever]) -> tuple[Lever, ...]:
    """The levers with a figure that hold before any package: those of which one gives something.

    What an answer or an easing is about stands too.
    """
    found: dict[str, Lever] = {}
    for give in (one for package in packages for one in package.gives):
        lever = known[give.lever]
        if lever.on is not None:
            found[lever.on] = known[lever.on]
        if give.does != _ADD:
            found[lever.id] = lever
    return tuple(one for one in found.values() if one.scenario is not None)


def dated(package: Package, agreed: date) -> tuple[Give, ...]:
    """The gives of a package that is agreed on another day."""
    days = (agreed - package.agreed).days
    return tuple(moved(one, days) for one in package.gives)


def countable(give: Give, lever: Lever) -> bool:
    """Whether anything of it can be run: of a licence, whether files of the lever are known."""
    scenario = lever.scenario
    return scenario is not None and (give.does != _LICENCE or bool(scenario.friction))


def held_by(
    stand: Sequence[Lever], start: date, gives: Sequence[Give], known: Mapping[str, Lever]
) -> tuple[Held, ...]:
    """The levers that hold: those that stand less what is given of them, and those that are added.

    Stretches in which a lever does not hold add up. A general licence matters only while it holds;
    of two for the same files the later in the file counts.
    """
    kept = [give for give in gives if countable(give, known[give.lever])]
    left = [
        Held(
            one, start,
            tuple(
                Cut(give.from_, give.last, give.to) for give in kept
                if give.lever == one.id and give.does not in {_ADD, _LICENCE}
            ),
            tuple(
                General(give.share or 0.0, Cut(give.from_, give.last, give.to)) for give in kept
                if give.lever == one.id and give.does == _LICENCE
            ),
        )
        for one in stand
    ]  # fmt: skip
    return (*left, *(_added(give, known[give.lever]) for give in kept if give.does == _ADD))


def _added(give: Give, lever: Lever) -> Held:
    """A lever that begins with the package; it ends after the give's last day."""
    return Held(lever, give.from_, _after(give))


def _after(give: Give) -> tuple[Cut, ...]:
    return () if give.last is None else (Cut(_next(give.last), None, ()),)


def _next(day: date) -> date:
    return day.fromordinal(day.toordinal() + 1)
