"""A setting answered: the plan, what it saves, what binds, what more would be worth."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.errors import MonaziteError
from monazite.shock.programme.highs import solve
from monazite.shock.response.answers.binding import binding
from monazite.shock.response.answers.licences import licences
from monazite.shock.response.answers.losing import course, expected, losses, lost_musd
from monazite.shock.response.answers.marginal import marginal
from monazite.shock.response.answers.plan import plan, spent
from monazite.shock.response.answers.regretting import portfolios, regrets, used, wished
from monazite.shock.response.answers.solving import freed, kept
from monazite.shock.response.answers.sums import within
from monazite.shock.response.answers.unmet import unmet
from monazite.shock.response.building import built as building
from monazite.shock.response.building import switched
from monazite.shock.response.costing import odds
from monazite.shock.response.results import Solved

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.shock.programme.programme import Solution
    from monazite.shock.response.building import Built
    from monazite.shock.response.results import (
        Binding,
        Course,
        Licence,
        Loss,
        Marginal,
        Portfolio,
        Regret,
        Step,
        Unmet,
    )
    from monazite.shock.response.setting import Setting

    Told = Callable[[str, float, float | None], None]


class Answer(NamedTuple):
    """What a setting comes to; fields as in `results.Response`.

    built, solution: the programme and its optimum, or that of the relaxed programme where it is
    not feasible. Then what more would be worth is left out: duals are those of breaking the wishes.
    """

    built: Built
    solution: Solution
    feasible: bool
    spent_musd: float
    expected_without_musd: float
    expected_musd: float
    plan: tuple[Step, ...]
    losses: tuple[Loss, ...]
    course: tuple[Course, ...]
    marginal: tuple[Marginal, ...]
    licences: tuple[Licence, ...]
    regrets: tuple[Regret, ...]
    binding: tuple[Binding, ...]
    unmet: tuple[Unmet, ...]
    solved: Solved


def answered(
    setting: Setting,
    told: Told = lambda *_: None,
    seconds: float | None = None,
) -> Answer:
    """Build, solve and read off; each policy alone is solved too, for regret.

    told: with the stage ("building", "solving", "regret"), how far it is and of how much; seconds:
    after which a search with whole plants ends with the best it has. InputError for a setting that
    cannot be; MonaziteError where the time ends before any plan is found.
    """
    told("building", 0, None)
    began = perf_counter()
    built = building(setting)
    took = perf_counter() - began
    told("solving", 0, None)
    solution, feasible = kept(built.programme, seconds, lambda done: told("solving", done, None))
    if np.isnan(solution.objective):
        late = "the time ended; allow more seconds"
        why = late if solution.status == "time" else solution.status
        raise MonaziteError(f"no plan was found: {why}")
    nothing = _nothing(built, solution, feasible)
    without, left = lost_musd(built, nothing), lost_musd(built, solution)
    return Answer(
        built=built,
        solution=solution,
        feasible=feasible,
        spent_musd=within(
            spent(built.costs, solution.values, odds(setting)), setting.limits.budget
        ),
        expected_without_musd=expected(built, without),
        expected_musd=expected(built, left),
        plan=plan(built, solution),
        losses=losses(built, without, left),
        course=course(built, without, left),
        marginal=marginal(built, solution) if feasible else (),
        licences=licences(built, solution) if feasible else (),
        regrets=_regrets(built, solution, nothing, told, seconds),
        binding=binding(built, solution) if feasible else (),
        unmet=() if feasible else unmet(built, solution.values),
        solved=_solved(built, solution, took),
    )


def _nothing(built: Built, mix: Solution, feasible: bool) -> Solution:  # noqa: FBT001 - as it came
    """The optimum without any policy, and without any wish."""
    if feasible and not wished(built) and not used(built, mix):
        return mix
    return solve(freed(switched(built.programme, built.deciding, frozenset())))


def _regrets(
    built: Built, mix: Solution, nothing: Solution, told: Told, seconds: float | None
) -> tuple[Regret, ...]:
    """The mix beside nothing, each policy alone, and the mix without its wishes if it has any.

    A policy is left out that cannot keep the wishes alone, or for which the time ends before any
    plan is found.
    """
    alone, needed = portfolios(built), used(built, mix)
    solved: dict[Portfolio, Solution] = {"mix": mix, "nothing": nothing}
    for done, (name, programme) in enumerate(alone.items()):
        told("regret", done, len(alone))
        # Where the mix needs no other policy, it is the best of this one too.
        same = name != "freed" and needed <= {name}
        found = mix if same else solve(programme, seconds=seconds)
        if not np.isnan(found.objective):
            solved[name] = found
    told("regret", len(alone), len(alone))
    return regrets(built, solved)


def _solved(built: Built, solution: Solution, took: float) -> Solved:
    """Its size is that of the programme as it was built."""
    rows, columns = built.programme.matrix.shape
    entries = int(built.programme.matrix.nnz)
    return Solved(
        solution.status, columns, rows, entries, took, solution.seconds, float(solution.gap)
    )
