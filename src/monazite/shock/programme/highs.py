"""Programmes solved by HiGHS: handed over as arrays, silent, ended by Ctrl-C."""

from __future__ import annotations

from dataclasses import replace
from threading import Event, Thread
from time import perf_counter
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from monazite.errors import MonaziteError
from monazite.shock.programme.programme import Solution

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.shock.programme.programme import Programme, Status

    Told = Callable[[float, int], None]

Method = Literal["choose", "simplex", "ipm"]
_TICK = 0.1
"""Seconds between two looks at the solver."""
_FEASIBLE, _PRIMAL = 2, 4
"""HiGHS's own numbers: a solution that is feasible, the primal simplex."""
_STATUS: dict[str, Status] = {
    "kOptimal": "optimal",
    "kModelEmpty": "optimal",
    "kInfeasible": "infeasible",
    "kUnbounded": "unbounded",
    "kTimeLimit": "time",
}


def solve(
    programme: Programme,
    *,
    seconds: float | None = None,
    method: Method = "simplex",
    told: Told | None = None,
) -> Solution:
    """The optimum, or why there is none; Ctrl-C ends it with KeyboardInterrupt.

    seconds: after which the search ends; told: called now and then with seconds and iterations.
    MonaziteError where HiGHS is not installed or gives up.
    """
    began, steps = perf_counter(), [0]
    solver = _solver(programme, method, seconds)

    def run() -> None:
        _run(solver, steps, lambda: told(perf_counter() - began, steps[0]) if told else None)

    run()
    if programme.lean.any() and not programme.whole.any() and _ended(solver) == "optimal":
        _level(programme, solver)
        run()
    if _ended(solver) is None:
        # Lost for numbers, which is rare: once more from the start, by the other way.
        _afresh(programme, solver)
        run()
    found = _solution(programme, solver)
    if programme.whole.any():
        found = _with_duals(programme, found, method)
    return replace(found, seconds=perf_counter() - began)


def _solver(programme: Programme, method: Method, seconds: float | None) -> Any:  # noqa: ANN401 - HiGHS
    """HiGHS with the programme in it, what leans included."""
    try:
        import highspy  # noqa: PLC0415 - an extra
    except ImportError:
        raise MonaziteError(
            "a response is planned by HiGHS, which is not installed: pip install 'monazite[shock]'"
        ) from None
    solver: Any = highspy.Highs()  # type: ignore[no-untyped-call] # HiGHS has no types there
    solver.silent()
    solver.setOptionValue("solver", "choose" if programme.whole.any() else method)
    if seconds is not None:
        solver.setOptionValue("time_limit", float(seconds))
    matrix = programme.matrix
    solver.passModel(
        len(programme.cost),
        len(programme.row_lower),
        matrix.nnz,
        int(highspy.MatrixFormat.kColwise),
        int(highspy.ObjSense.kMinimize),
        0.0,
        programme.cost + programme.lean,
        programme.lower,
        programme.upper,
        programme.row_lower,
        programme.row_upper,
        matrix.indptr,
        matrix.indices,
        matrix.data,
        programme.whole.astype(np.int32),
    )
    return solver


def _run(solver: Any, steps: list[int], told: Callable[[], None]) -> None:  # noqa: ANN401 - HiGHS
    """Solve in a thread of its own, so that this one hears Ctrl-C and tells how far it is.

    steps: one number, of iterations so far.
    """
    from highspy import cb  # noqa: PLC0415 - an extra

    stop = Event()

    def heard(_kind: object, _text: str, out: Any, back: Any, _data: object) -> None:  # noqa: ANN401 - HiGHS
        steps[0] = max(steps[0], out.simplex_iteration_count, out.ipm_iteration_count)
        back.user_interrupt = stop.is_set()

    solver.setCallback(heard, None)
    for kind in ("Simplex", "Ipm", "Mip"):
        solver.startCallback(getattr(cb.HighsCallbackType, f"kCallback{kind}Interrupt"))
    thread = Thread(target=solver.run)
    thread.start()
    try:
        while thread.is_alive():
            thread.join(_TICK)
            told()
    finally:
        # Whatever ends the waiting, Ctrl-C or an error of `told`, ends the search too.
        stop.set()
        thread.join()
        solver.setCallback(None, None)


def _level(programme: Programme, solver: Any) -> None:  # noqa: ANN401 - HiGHS
    """Take back what leans: the optimum that was found is one of the programme as given, or near.

    The search goes on from there by the primal simplex, which keeps what is feasible.
    """
    every = np.arange(len(programme.cost), dtype=np.int32)
    solver.changeColsCost(len(every), every, programme.cost)
    solver.setOptionValue("solver", "simplex")
    solver.setOptionValue("simplex_strategy", _PRIMAL)
    solver.setOptionValue("time_limit", np.inf)


def _afresh(programme: Programme, solver: Any) -> None:  # noqa: ANN401 - HiGHS
    """Forget what was found, and what leans; prepare the interior point method."""
    solver.clearSolver()
    every = np.arange(len(programme.cost), dtype=np.int32)
    solver.changeColsCost(len(every), every, programme.cost)
    solver.setOptionValue("solver", "choose" if programme.whole.any() else "ipm")


def _ended(solver: Any) -> Status | None:  # noqa: ANN401 - HiGHS
    """How the search ended; None where HiGHS gave up."""
    return _STATUS.get(solver.getModelStatus().name)


def _with_duals(programme: Programme, found: Solution, method: Method) -> Solution:
    """Objective and duals of the linear programme that is left when whole numbers stand."""
    if np.isnan(found.objective):
        return found
    whole, at = programme.whole, np.round(found.values)
    left = solve(
        replace(
            programme,
            lower=np.where(whole, at, programme.lower),
            upper=np.where(whole, at, programme.upper),
            whole=np.zeros_like(whole),
        ),
        method=method,
    )
    return replace(left, status=found.status, gap=found.gap, programme=programme)


def _solution(programme: Programme, solver: Any) -> Solution:  # noqa: ANN401 - HiGHS
    """What HiGHS found; MonaziteError where it gave up."""
    status, name = _ended(solver), solver.getModelStatus().name
    if name == "kUnboundedOrInfeasible":
        # Said of whole numbers alone: it is unbounded if it has a solution without that wish.
        found = solve(replace(programme, whole=np.zeros_like(programme.whole)))
        return replace(found, programme=programme)
    if status is None:
        said = solver.modelStatusToString(solver.getModelStatus())
        raise MonaziteError(f"HiGHS could not solve the programme: {said}")
    info, found = solver.getInfo(), solver.getSolution()
    valid = info.primal_solution_status == _FEASIBLE or name == "kModelEmpty"
    columns, rows = len(programme.cost), len(programme.row_lower)
    dual = valid and found.dual_valid
    return Solution(
        status,
        info.objective_function_value if valid else np.nan,
        info.mip_gap if programme.whole.any() else 0.0,
        np.array(found.col_value) if valid else np.full(columns, np.nan),
        np.array(found.row_dual) if dual else np.full(rows, np.nan),
        np.array(found.col_dual) if dual else np.full(columns, np.nan),
        0.0,
        programme,
    )
