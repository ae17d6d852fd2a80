"""Simulate a scenario for a command, with a bar on stderr that says how far it is."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, TypeVar

from monazite.cli.trade_progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.cli.shock_options import Ways
    from monazite.shock.results.comparison import Comparison
    from monazite.shock.results.outcome import Outcome
    from monazite.shock.scenarios.schema import Scenario


T = TypeVar("T")


def simulated(asked: Scenario, draws: int, seed: int, ways: Ways) -> Outcome:
    """The outcome of the scenario over so many draws.

    A scenario that does not fit the model ends the command, problem by problem.
    """
    from monazite import shock
    from monazite.catalogue.texts import say
    from monazite.cli.shock_scenario import drawable

    drawable(draws, seed, ways.lang)

    def run(told: Callable[[int], None]) -> Outcome:
        return shock.run(asked, draws=draws, seed=seed, told=told)

    return with_bar(say("shock.cli.running", ways.lang, scenario=asked.id), draws, ways, run)


def compared(first: Scenario, second: Scenario, draws: int, seed: int, ways: Ways) -> Comparison:
    """What the second brings more or less, draw by draw; ends the command as `simulated` does."""
    from monazite import shock
    from monazite.catalogue.texts import say

    def run(told: Callable[[int], None]) -> Comparison:
        return shock.compare(first, second, draws=draws, seed=seed, told=told)

    return with_bar(say("shock.cli.comparing", ways.lang), draws, ways, run)


def with_bar(what: str, draws: int, ways: Ways, run: Callable[[Callable[[int], None]], T]) -> T:
    """Run with a bar that says how far it is; ends the command where the scenario does not fit."""
    from monazite.catalogue.texts import say
    from monazite.cli.shock_scenario import refuse
    from monazite.shock.scenarios.problems import ScenarioError

    with Progress(ways.lang, quiet=ways.json) as progress:
        first = say("shock.cli.compiling", ways.lang)
        progress(what if compiled() else first, 0, draws)
        try:
            return run(lambda done: progress(what, done, draws))
        except ScenarioError as error:
            refuse(error, ways)


def compiled() -> bool:
    """Whether the engine's machine code is kept already, or none is made here."""
    if find_spec("numba") is None:
        return True
    from monazite.shock.engine.compiled.jit import config, folder

    return bool(config.DISABLE_JIT) or folder().is_dir()
