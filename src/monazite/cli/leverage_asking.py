"""Ask for levers and packages for a command, with a bar on stderr that says how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from monazite.cli.shock_simulating import compiled
from monazite.cli.trade_progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from monazite.cli.shock_options import Ways
    from monazite.shock.leverage.results import Comparison, Leverage
    from monazite.shock.leverage.schema import Lever, Package

    Told = Callable[[int, int], None]

T = TypeVar("T")


def levered(
    levers: Sequence[Lever] | None,
    to: Sequence[str] | None,
    horizons: tuple[int, ...],
    pause: int,
    draws: int,
    seed: int,
    ways: Ways,
) -> Leverage:
    """The levers against these destinations; InputError field "draws" or "seed"."""
    from monazite.catalogue.texts import say
    from monazite.cli.shock_scenario import drawable
    from monazite.shock.leverage.asking import leverage

    drawable(draws, seed, ways.lang)

    def run(told: Told) -> Leverage:
        return leverage(
            levers, destinations=to, horizons=horizons, pause=pause, draws=draws, seed=seed,
            told=told,
        )  # fmt: skip

    return _with_bar(say("shock.leverage.running", ways.lang), ways, run)


def compared(
    packages: Sequence[Package], horizons: tuple[int, ...], draws: int, seed: int, ways: Ways
) -> Comparison:
    """The packages against what stands without them; raises as `levered`."""
    from monazite.catalogue.texts import say
    from monazite.cli.shock_scenario import drawable
    from monazite.shock.leverage.comparing import compare

    drawable(draws, seed, ways.lang)

    def run(told: Told) -> Comparison:
        return compare(packages, horizons=horizons, draws=draws, seed=seed, told=told)

    return _with_bar(say("shock.leverage.comparing", ways.lang), ways, run)


def _with_bar(what: str, ways: Ways, run: Callable[[Told], T]) -> T:
    """Run with a bar of all draws of all runs; ends the command where a scenario does not fit."""
    from monazite.catalogue.texts import say
    from monazite.cli.shock_scenario import refuse
    from monazite.shock.scenarios.problems import ScenarioError

    with Progress(ways.lang, quiet=ways.json) as progress:
        progress(what if compiled() else say("shock.cli.compiling", ways.lang), 0, None)
        try:
            return run(lambda done, total: progress(what, done, total))
        except ScenarioError as error:
            refuse(error, ways)
