"""The outcome of a scenario, from outside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.errors import InputError
from monazite.shock.model.draft import LEFT, OTHER
from monazite.shock.model.places import REST
from monazite.shock.parameters.distributions import Fixed
from monazite.shock.parameters.reading import packaged
from monazite.shock.results.of_run import outcome
from monazite.shock.results.resting import TABLES
from monazite.shock.runs.case import Case
from support.shock_cases import FIRST, METERS, MODEL, case, known, short_of_stocks
from support.shock_schedules import schedule

if TYPE_CHECKING:
    from monazite.shock.results.outcome import Outcome

PARAMETERS = short_of_stocks()


def _nobody(_: int) -> None:
    """Nobody is told."""


def _outcome(name: str, draws: int = 5, seed: int = 1) -> Outcome:
    return outcome(case(name), PARAMETERS, draws, seed, _nobody)


STOP = _outcome("stop")


def test_it_says_what_was_drawn_from_and_what_rests_on_nothing() -> None:
    assert (STOP.scenario, STOP.draws, STOP.seed, STOP.weeks) == ("stop", 5, 1, 60)
    assert (STOP.first_day, STOP.parameters, STOP.engine) == ("2025-01-20", "2025", "compiled")
    assert STOP.parameters_hash == PARAMETERS.digest
    assert STOP.world_year == 2024
    drawn = [row.parameter for row in STOP.assumed if row.parameter]
    assert drawn == [row.knob for row in PARAMETERS.rows]


def test_tables_that_are_estimates_are_named_with_their_confidence() -> None:
    tables = {row.table: row.confidence for row in STOP.assumed if row.table}
    assert tables == dict.fromkeys(TABLES, "estimate") | {"shock-value-added": "uncertain"}
    assert {row.parameter for row in STOP.assumed if row.table} == {None}


def test_what_was_fitted_is_no_assumption() -> None:
    rows = tuple(replace(row, fitted=True) for row in PARAMETERS.rows)
    found = outcome(case("quota"), replace(PARAMETERS, rows=rows), 1, 0, _nobody)
    assert [row.parameter for row in found.assumed if row.parameter] == []


def test_what_the_scenario_sets_holds_for_every_draw_and_is_said() -> None:
    noted = ({"en": "open", "zh": "未定"},)
    found = case("licences")._replace(assumed={"granted": 0.0, "look_alike": 0.0}, notes=noted)
    none = outcome(found, PARAMETERS, 3, 1, _nobody)
    assert all(row.share is None or row.share.p95 == 0 for row in none.approvals)
    granted = next(row for row in none.assumed if row.parameter == "granted")
    assert granted.why == {"en": "the scenario sets it to 0", "zh": "由情景设定为 0"}
    assert none.notes == noted
    assert none.parameters_hash == PARAMETERS.digest


def test_the_same_seed_gives_the_same_outcome() -> None:
    assert _outcome("stop") == STOP
    assert _outcome("stop", seed=2) != STOP


def test_bands_are_in_order() -> None:
    bands = [row.flow_t for row in STOP.months] + [row.lost_musd for row in STOP.losses]
    bands += [getattr(row, name) for row in STOP.prices for name in ("inner", "spot", "contract")]
    assert all(band is None or band.p5 <= band.p50 <= band.p95 for band in bands)
    assert any(band is not None and band.p5 < band.p95 for band in bands)


def test_one_draw_has_bands_of_one_number() -> None:
    found = _outcome("stop", draws=1)
    assert all(known(row.lost_musd).p5 == known(row.lost_musd).p95 for row in found.losses)


def test_months_say_whether_they_are_whole() -> None:
    home = {row.month: row for row in STOP.months if row.meter == "home"}
    assert [month for month, row in home.items() if not row.whole] == ["2025-01", "2026-03"]
    before, during = home["2025-02"].flow_t, home["2025-08"].flow_t
    assert before is not None
    assert before.p50 == pytest.approx(MODEL.trade.base[METERS.edge[:-1]].sum() * 28 / 7, rel=0.05)
    assert during is not None
    assert during.p95 < before.p5


def test_halts_name_the_week_and_its_day_the_first_at_the_head() -> None:
    assert STOP.halts
    firsts = [row.first_week.p50.week for row in STOP.halts]
    assert firsts == sorted(firsts)
    for row in STOP.halts:
        for week in (row.first_week.p5, row.first_week.p50, row.first_week.p95):
            assert date.fromisoformat(week.date) == FIRST + timedelta(weeks=week.week)
        assert row.first_week.p5.week > 8
        assert 0 < row.draws <= 1
        assert 0 < row.share.p95 <= 1


def test_without_a_measure_nothing_stops_moves_or_is_lost() -> None:
    calm = Case("calm", MODEL, schedule(MODEL, weeks=20), METERS, FIRST, ("office",), {}, (), 2024)
    rows = tuple(
        replace(row, distribution=Fixed(6.0)) if row.knob == "user_cover" else row
        for row in PARAMETERS.rows
    )
    found = outcome(calm, replace(PARAMETERS, rows=rows), 3, 1, _nobody)
    assert (found.halts, found.hubs, found.approvals) == ((), (), ())
    assert known(found.losses[-1].lost_musd).p95 == pytest.approx(0, abs=1e-3)
    assert all(row.share.p50 == pytest.approx(1) for row in found.output)
    for row in found.prices:
        price = MODEL.price[case("ban").goods.index(row.good)]
        for band in (row.inner, row.spot, row.contract, row.weighted):
            assert band is None or (band.p5, band.p95) == pytest.approx((price, price), rel=1e-4)


def test_losses_are_summed_by_sector_by_country_and_in_all() -> None:
    lost = {
        (row.sector, row.country): known(row.lost_musd).p50
        for row in _outcome("stop", draws=1).losses
    }
    total = lost[None, None]
    assert total > 0
    assert max(lost.values()) == total
    assert sum(lost[s, None] for s in MODEL.sectors) == pytest.approx(total)
    assert sum(lost[None, c] for c in MODEL.countries) == pytest.approx(total)
    assert sum(each for (s, c), each in lost.items() if s and c) == pytest.approx(total)


def test_ways_round_are_named_by_where_they_lead() -> None:
    found = _outcome("ways round")
    assert {(row.origin, row.through) for row in found.hubs} == {("C00", "C01")}
    assert {row.good for row in found.hubs} <= {f"Nd/stage-{n}" for n in range(3)}
    assert all(row.country != "C00" for row in found.hubs)
    flows = [row.flow_t.p50 for row in found.hubs if row.flow_t and row.month == "2025-06"]
    assert sum(flows) > 0
    assert STOP.hubs == ()


def test_of_what_goes_round_a_part_is_seized_and_the_rest_lands_later() -> None:
    found = _outcome("ways round", draws=1)
    ways = {(row.good, row.country) for row in found.hubs}
    for good, country in ways:
        months = [row for row in found.hubs if (row.good, row.country) == (good, country)]
        left = np.cumsum([row.flow_t.p50 if row.flow_t else 0.0 for row in months])
        landed = np.cumsum([row.landed_t.p50 if row.landed_t else 0.0 for row in months])
        assert (landed <= 0.95 * left + 1e-9).all()
        assert landed[-1] > 0


def test_the_statistic_of_approvals_begins_with_the_first_file() -> None:
    found = _outcome("licences").approvals
    assert [row.week for row in found] == list(range(60))
    assert [row.share for row in found[:8]] == [None] * 8
    assert found[0].office == "office"
    assert found[0].goods == ("Nd/stage-0", "Nd/stage-1", "Nd/stage-2")
    last = found[-1].share
    assert last is not None
    assert 0 < last.p50 < 1


def test_what_is_left_unexplained_is_nobodys_plant() -> None:
    model = replace(MODEL, sectors=(MODEL.sectors[0], LEFT))
    found = outcome(case("stop")._replace(model=model), PARAMETERS, 2, 1, _nobody)
    assert {row.sector for row in found.halts} == {MODEL.sectors[0]}


@pytest.mark.parametrize(("draws", "seed", "field"), [(0, 0, "draws"), (2, -1, "seed")])
def test_numbers_that_cannot_be_drawn_are_refused(draws: int, seed: int, field: str) -> None:
    with pytest.raises(InputError) as caught:
        _outcome("ban", draws, seed)
    assert caught.value.field == field


def test_the_packaged_parameters_leave_a_quiet_world_quiet() -> None:
    """Even the thinnest plants hold more than a week's stock in every draw."""
    calm = Case("calm", MODEL, schedule(MODEL, weeks=30), METERS, FIRST, ("office",), {}, (), 2024)
    found = outcome(calm, packaged(), 16, 3, _nobody)
    assert found.halts == ()
    assert known(found.losses[-1].lost_musd).p95 < 1e-4 * MODEL.users.value_added.sum() * 30


def test_beside_every_number_stands_that_of_the_same_draws_without_the_scenario() -> None:
    calm = case("stop")._replace(schedule=schedule(MODEL, weeks=60))
    alone = outcome(calm, PARAMETERS, 5, 1, _nobody)
    for one, other in zip(STOP.months, alone.months, strict=True):
        assert one.without_t == other.flow_t == other.without_t
    for price, calm_price in zip(STOP.prices, alone.prices, strict=True):
        assert price.without_weighted == calm_price.weighted
        assert price.without_spot == calm_price.spot
    for loss, calm_loss in zip(STOP.losses, alone.losses, strict=True):
        assert loss.without_musd == calm_loss.lost_musd
    assert {row.without_draws for row in STOP.halts} == {0.0}


def test_demand_that_grows_in_every_draw_is_no_work_of_the_scenario() -> None:
    """What drifts by itself stands in `without`, so that a reader can take it off."""
    rows = tuple(
        replace(row, distribution=Fixed(1.05)) if row.knob == "demand" else row
        for row in PARAMETERS.rows
    )
    found = outcome(case("stop"), replace(PARAMETERS, rows=rows), 1, 0, _nobody)
    before = MODEL.trade.base[METERS.edge[:-1]].sum() * 31 / 7
    late = [
        row.without_t.p50 for row in found.months
        if row.meter == "home" and row.month == "2025-12" and row.without_t
    ]  # fmt: skip
    assert late[0] > 1.01 * before


def test_what_stands_is_told_of_all_draws_and_of_those_with_a_halt() -> None:
    some = [row for row in STOP.halts if 0 < row.draws < 1]
    assert all(row.share_halting.p5 >= row.share.p5 for row in STOP.halts)
    assert all(row.share_halting.p5 > 0 for row in STOP.halts)
    assert all(row.share.p5 == 0 for row in some if row.draws < 0.9)


def test_weeks_in_which_plants_stand_begin_with_the_earliest_halt() -> None:
    for row in STOP.halts:
        weeks = [week for week, part in enumerate(row.standing) if part]
        assert len(row.standing) == STOP.weeks
        assert weeks[0] == row.first_week.p5.week
        assert max(row.standing) <= row.draws


def test_a_sector_that_is_many_stands_by_the_good_that_its_plants_use() -> None:
    model = replace(MODEL, sectors=("wind", OTHER))
    found = outcome(case("stop")._replace(model=model), PARAMETERS, 1, 0, _nobody)
    goods = {row.good for row in found.losses if row.sector == OTHER and row.country}
    assert goods
    assert goods <= set(case("stop").goods)
    assert {row.good for row in found.losses if row.sector != OTHER} == {None}


def test_what_a_country_loses_is_unknown_where_its_plants_stand_under_the_rest() -> None:
    """C00 has no plants of the second sector, and the rest of the world has."""
    users = MODEL.users
    last, sector = len(MODEL.countries) - 1, MODEL.sectors[1]
    gone = np.flatnonzero((users.sector == 1) & (users.country == 0))
    moved = users.sector.copy()
    moved[gone] = 0
    model = replace(
        MODEL, countries=(*MODEL.countries[:last], REST), users=users._replace(sector=moved)
    )
    found = outcome(case("stop")._replace(model=model), PARAMETERS, 1, 0, _nobody)
    rows = {(row.sector, row.country): row for row in found.losses}
    for gone_row in (rows[sector, "C00"], rows[None, "C00"]):
        assert (gone_row.lost_musd, gone_row.leaked_musd, gone_row.reason) == (None, None, "pooled")
    for at in ((None, "C01"), (None, REST), (sector, REST), (sector, None), (None, None)):
        assert rows[at].lost_musd is not None
        assert rows[at].reason is None
