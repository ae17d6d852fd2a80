"""What is made of what an engine kept."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from monazite.shock.runs.by_reference import by_reference
from monazite.shock.runs.draws import drawn
from monazite.shock.runs.figures import figures, missing
from support.shock_cases import FIRST, METERS, MODEL, case, short_of_stocks

DRAW = drawn(short_of_stocks(), 1, 0)
PLAN = case("stop").schedule
TOTALS = by_reference(MODEL, PLAN, METERS, FIRST, DRAW)
FOUND = figures(MODEL, PLAN, FIRST, TOTALS)


def test_the_stop_halts_plants_and_loses_value() -> None:
    assert FOUND["lost"][-1] > 0
    assert FOUND["stopped"].max() > 0
    assert np.nanmin(FOUND["first_week"]) > 8


def test_the_first_halt_is_the_first_week_in_which_a_fifth_of_the_plants_stand() -> None:
    standing = TOTALS.standing
    weeks = np.where(standing.any(axis=0), standing.argmax(axis=0), np.nan)
    assert np.array_equal(FOUND["first_week"][:, 0], weeks, equal_nan=True)
    halts = standing.any(axis=0)
    assert TOTALS.worst[halts, 0].min() >= 0.2
    assert np.all(TOTALS.worst[~halts, 0] == 0)


def test_losses_add_up_by_sector_by_country_and_in_all() -> None:
    users, sectors, countries = len(MODEL.users.sector), len(MODEL.sectors), len(MODEL.countries)
    lost = FOUND["lost"][:, 0]
    by_user, by_sector = lost[:users], lost[users : users + sectors]
    by_country = lost[users + sectors : -1]
    assert len(by_country) == countries
    for part in (by_user, by_sector, by_country):
        assert part.sum() == pytest.approx(lost[-1])
    assert FOUND["leaked"] == pytest.approx(FOUND["lost"] * 0.1)


def test_what_is_bought_finished_may_be_another_part_in_other_weeks() -> None:
    leak = PLAN.elsewhere.leak.copy()
    leak[1] = 0.6
    plan = replace(PLAN, elsewhere=PLAN.elsewhere._replace(leak=leak))
    found = figures(MODEL, plan, FIRST, by_reference(MODEL, plan, METERS, FIRST, DRAW))
    assert found["lost"] == pytest.approx(FOUND["lost"])
    # Nothing is lost before the stop, which the second phase brings.
    assert found["leaked"] == pytest.approx(FOUND["lost"] * 0.6)
    assert (found["leaked"] <= found["lost"]).all()


def test_what_stands_for_want_of_another_input_is_counted_apart() -> None:
    stands = np.zeros_like(PLAN.elsewhere.missing)
    stands[1, 0] = 0.25
    rest = PLAN.elsewhere._replace(missing=stands, wanted=PLAN.elsewhere.wanted - stands)
    quiet = case("duty").schedule
    rest = rest._replace(available=quiet.elsewhere.available)
    plan = replace(PLAN, edges=quiet.edges, groups=quiet.groups, elsewhere=rest)
    found = missing(MODEL, plan, np.array([1.0, 1.1]))
    weeks = int((plan.phase == 1).sum())
    expected = 0.25 * weeks * MODEL.users.value_added[0]
    assert found[0] == pytest.approx([expected, 1.1 * expected])
    assert found[-1] == pytest.approx(found[0])
    assert found.sum() == pytest.approx(4 * found[0].sum())
    totals = by_reference(MODEL, plan, METERS, FIRST, DRAW)
    lost = figures(MODEL, plan, FIRST, totals)["lost"]
    assert lost[0] < 0.05 * expected


def test_the_price_by_volume_lies_between_the_contract_and_the_quote() -> None:
    low, high = (np.minimum, np.maximum)
    contract, spot, weighted = (FOUND[name] for name in ("contract", "spot", "weighted"))
    known = ~np.isnan(weighted)
    assert known.any()
    assert (weighted >= low(contract, spot) - 1e-9)[known].all()
    assert (weighted <= high(contract, spot) + 1e-9)[known].all()
    mixed = (1 - FOUND["at_spot"]) * contract + FOUND["at_spot"] * spot
    assert weighted[known] == pytest.approx(mixed[known])


def test_before_any_file_there_is_no_statistic_and_then_granted_of_applied_to_date() -> None:
    plan = case("licences").schedule
    totals = by_reference(MODEL, plan, METERS, FIRST, DRAW)
    share = figures(MODEL, plan, FIRST, totals)["approved"][:, 0, 0]
    assert np.isnan(share[:8]).all()
    assert share[8] == 0
    assert share[-1] == pytest.approx(totals.granted.sum() / totals.applied.sum())


def test_a_sector_whose_value_added_is_unknown_has_no_output_and_no_loss() -> None:
    users = MODEL.users
    worth = np.where(users.sector == 0, 0.0, users.value_added)
    model = replace(MODEL, users=users._replace(value_added=worth))
    found = figures(model, PLAN, FIRST, by_reference(model, PLAN, METERS, FIRST, DRAW))
    assert np.isnan(found["output"][:, 0]).all()
    assert not np.isnan(found["output"][:, 1]).any()
    assert len(found["lost"]) == len(FOUND["lost"]) - len(MODEL.countries)


def test_months_in_which_no_week_is_run_have_no_price() -> None:
    short = replace(PLAN, phase=PLAN.phase[:5])  # run until 23 February, cleared until 2 March
    found = figures(MODEL, short, FIRST, by_reference(MODEL, short, METERS, FIRST, DRAW))
    assert np.isnan(found["spot"][2]).all()
    assert not np.isnan(found["spot"][:2]).any()
    assert not np.isnan(found["flow_t"]).any()
