"""A planner's question answered: the world, the plan, and the plan in the simulation."""

from __future__ import annotations

from math import isinf
from typing import TYPE_CHECKING

from monazite.catalogue.texts import LANGS, say
from monazite.shock.response.answers.answering import answered
from monazite.shock.response.following.following import following
from monazite.shock.response.noting import notes
from monazite.shock.response.resting import assumed
from monazite.shock.response.results import Chance, Response
from monazite.shock.response.setting import WAYS
from monazite.shock.response.setting_of import posed
from monazite.shock.response.spreads import beside
from monazite.shock.response.world.futures import CALM
from monazite.shock.results.resting import ran

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from monazite.shock.response.answers.answering import Answer
    from monazite.shock.response.ask import Ask
    from monazite.shock.response.results import Simulated
    from monazite.shock.response.setting_of import Posed

    Told = Callable[[str, float, float | None], None]


def respond(ask: Ask, told: Told = lambda *_: None, seconds: float | None = None) -> Response:
    """The best plan for a question, and how it fares in the simulation.

    told: with the stage ("world", "building", "solving", "regret", "simulating"), how far it is and
    of how much, None where nobody knows; seconds: after which a search with whole plants ends with
    the best that it has.

    Raises:
        ScenarioError: a scenario does not fit the world.
        ProjectsError: a table of projects is wrong.
        InputError: a country, sector or material that the world does not have; "draws" for several
            where Numba is not installed.
    """
    told("world", 0, None)
    made = posed(ask)
    answer = answered(made.setting, told, seconds)
    simulated = following(made, answer, ask.draws, ask.seed, told)
    return _response(ask, made, answer, simulated)


def _response(ask: Ask, made: Posed, answer: Answer, simulated: tuple[Simulated, ...]) -> Response:
    case = made.runs[0].case
    head = ran(case, made.parameters, max(1, ask.draws), ask.seed)
    return Response(
        scenario=case.name,
        countries=ask.places,
        scope=ask.scope or ask.scenario.scope,
        budget_musd=None if isinf(ask.budget_musd) else ask.budget_musd,
        first=f"{ask.begins:%Y-%m}",
        months=ask.months,
        ways=tuple(way for way in WAYS if way in ask.ways),
        whole=ask.whole,
        futures=tuple(_chances(ask, made)),
        world_year=case.world_year,
        assumptions=made.assumptions.name,
        parameters=made.parameters.name,
        parameters_hash=made.parameters.digest,
        feasible=answer.feasible,
        spent_musd=answer.spent_musd,
        expected_without_musd=answer.expected_without_musd,
        expected_musd=answer.expected_musd,
        plan=answer.plan,
        losses=answer.losses,
        course=answer.course,
        marginal=answer.marginal,
        licences=beside(answer.licences, made.runs, made.setting.horizon),
        regrets=answer.regrets,
        binding=answer.binding,
        unmet=answer.unmet,
        simulated=simulated,
        solved=answer.solved,
        assumed=(*head.assumed, *assumed(made.assumptions)),
        notes=notes(made),
    )


def _chances(ask: Ask, made: Posed) -> Iterator[Chance]:
    said = {scenario.id: scenario.title.model_dump() for scenario, _ in ask.futures}
    calm = {lang: say("shock.planner.calm", lang) for lang in LANGS}
    for future in made.setting.futures:
        title = calm if future.name == CALM else said[future.name]
        yield Chance(future.name, title, future.probability)
