"""Sensitivities of a scenario to its parameters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from monazite.shock.parameters.distributions import Fixed, Uniform
from monazite.shock.runs import sensitivity
from monazite.shock.runs.sensitivity import sensitivities
from support.shock_cases import case, short_of_stocks

if TYPE_CHECKING:
    import pytest

    from monazite.shock.runs.case import Case


def _weeks(name: str, weeks: int) -> Case:
    """A case that ends early."""
    found = case(name)
    short = replace(found.schedule, phase=found.schedule.phase[:weeks])
    return found._replace(schedule=short)


def _nobody(_: int) -> None:
    """Nobody is told."""


def test_what_moves_a_result_alone_explains_all_of_it() -> None:
    """Of all parameters two are left to vary; the quote's panic moves no shipment of a quota."""
    found = short_of_stocks()
    free = {"demand": Uniform(0.9, 1.1), "seized": Uniform(0.5, 1.5)}
    rows = tuple(
        replace(row, distribution=free.get(row.knob, Fixed((row.least + row.most) / 2)))
        for row in found.rows
    )
    told: list[int] = []
    answers = sensitivities(_weeks("quota", 30), replace(found, rows=rows), 8, 0, told.append)
    assert told[-1] == 8 * 4
    by = {(one.result, one.meter, one.parameter): one for one in answers}
    assert len(by) == len(answers) == 2 * 7
    demand, seized = (by["flow_t", "home", knob] for knob in ("demand", "seized"))
    assert demand.total is not None
    assert demand.total > 0.5
    assert seized.first == seized.total == seized.total_error == 0


def test_what_does_not_vary_depends_on_nothing() -> None:
    found = short_of_stocks()
    rows = tuple(
        replace(
            row, distribution=row.distribution if row.knob == "seized" else Fixed(row.least or 1)
        )
        for row in found.rows
    )
    answers = sensitivities(_weeks("ban", 10), replace(found, rows=rows), 2, 0, _nobody)
    assert {(one.first, one.total, one.first_error) for one in answers} == {(None, None, None)}


def test_neither_a_fixed_parameter_nor_one_that_the_scenario_sets_is_asked_about() -> None:
    found = short_of_stocks()
    rows = tuple(
        row
        if row.knob in {"seized", "triage", "panic"}
        else replace(row, distribution=Fixed(row.least or 1))
        for row in found.rows
    )
    quiet = _weeks("ban", 10)._replace(assumed={"panic": 1.0})
    answers = sensitivities(quiet, replace(found, rows=rows), 2, 0, _nobody)
    assert {one.parameter for one in answers} == {"seized", "triage"}


def test_blocks_do_not_change_what_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    found = short_of_stocks()
    rows = tuple(
        row
        if row.knob in {"contract", "demand"}
        else replace(row, distribution=Fixed(row.least or 1))
        for row in found.rows
    )
    one, fewer = _weeks("stop", 20), replace(found, rows=rows)
    whole = sensitivities(one, fewer, 4, 0, _nobody)
    monkeypatch.setattr(sensitivity, "KEPT", 5)
    assert sensitivities(one, fewer, 4, 0, _nobody) == whole
