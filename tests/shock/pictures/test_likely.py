from __future__ import annotations

from dataclasses import replace

from monazite.shock.pictures.likely import RARE, likely
from monazite.shock.results.outcome import Band, Outcome
from support.shock_outcomes import outcome


def _with(lost: Band) -> Outcome:
    """The outcome with this loss for plants of `other` under the rest of the world."""
    run = outcome()
    rows = tuple(replace(one, lost_musd=lost) if one.good else one for one in run.losses)
    return replace(run, losses=rows)


def _who(found: Outcome, most: int) -> list[tuple[str, str]]:
    return [(one.sector, one.country) for one in likely(found, most)]


def test_the_dearest_are_kept_and_stand_by_their_weeks() -> None:
    found = _with(Band(300.0, 400.0, 500.0))
    assert _who(found, 1) == [("other", "ROW")]
    assert _who(found, 2) == [("traction", "DEU"), ("other", "ROW")]


def test_halts_that_cost_nothing_are_not_among_those_that_cost_most() -> None:
    assert _who(outcome(), 5) == [("traction", "DEU")]


def test_a_rare_halt_is_left_out_whatever_it_costs() -> None:
    found = _with(Band(300.0, 400.0, 500.0))
    rare = tuple(replace(one, draws=RARE / 2) if one.good else one for one in found.halts)
    assert _who(replace(found, halts=rare), 5) == [("traction", "DEU")]
