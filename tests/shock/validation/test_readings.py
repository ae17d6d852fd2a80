"""Each kind of observation is read off a run as its words say: numbers worked out by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.shock.validation.readings import NOT_FALLEN, READINGS
from support.shock_seen import seen

if TYPE_CHECKING:
    from monazite.shock.validation.seen import Seen


@pytest.fixture
def run() -> Seen:
    return seen()


def fill(run: Seen, column: str, at: dict[str, float], index: int = 0) -> None:
    """Say what a monthly column is in some months, in every draw."""
    for month, value in at.items():
        getattr(run.totals, column)[run.months.index(month), index] = value


def test_a_flow_is_the_sum_of_its_months(run: Seen) -> None:
    fill(run, "flows", {"2025-04": 3.0, "2025-05": 4.0, "2025-06": 50.0})
    assert READINGS["flow"](run, "a", "2025-04").tolist() == [3, 3, 3]
    assert READINGS["flow"](run, "a", "2025-04..2025-05").tolist() == [7, 7, 7]


@pytest.mark.parametrize("when", ["2027-01", "2025", "2025-12..2026-07"])
def test_months_that_are_not_run_are_not_zero(run: Seen, when: str) -> None:
    assert np.isnan(READINGS["flow"](run, "a", when)).all()


def test_a_year_is_whole_or_not_known(run: Seen) -> None:
    assert len(run.columns("2025")) == 0
    months = tuple(f"2024-{n:02}" for n in range(1, 13))
    assert run._replace(months=months).columns("2024").tolist() == list(range(12))


def test_a_ratio_is_by_month_whatever_the_lengths(run: Seen) -> None:
    fill(run, "flows", {"2025-04": 10.0, "2025-05": 2.0, "2025-06": 4.0})
    found = READINGS["ratio"](run, "a", "2025-05..2025-06:2025-04")
    assert found == pytest.approx([0.3] * 3)


def test_a_share_is_one_meter_over_another(run: Seen) -> None:
    fill(run, "flows", {"2025-04": 2.0})
    fill(run, "flows", {"2025-04": 8.0}, index=1)
    assert READINGS["share"](run, "a b", "2025-04") == pytest.approx([0.25] * 3)


def test_recovery_counts_from_the_measure_and_needs_a_fall(run: Seen) -> None:
    fill(run, "flows", {"2025-03": 10.0, "2025-04": 30.0, "2025-05": 2.0, "2025-06": 0.5})
    fill(run, "flows", {"2025-07": 0.9, "2025-08": 1.0, "2025-09": 9.0})
    # 2 t of May lie above a tenth of March: what was at the port is no recovery
    assert READINGS["recovery"](run, "a", "2025-05:0.1:2025-03").tolist() == [3, 3, 3]
    assert READINGS["recovery"](run, "a", "2025-05:0.8:2025-03").tolist() == [4, 4, 4]
    assert np.isinf(READINGS["recovery"](run, "a", "2025-05:0.95:2025-03")).all()


def test_what_did_not_fall_does_not_recover(run: Seen) -> None:
    fill(run, "flows", dict.fromkeys(run.months, 10.0))
    fill(run, "flows", {"2025-05": 2.0})
    assert READINGS["recovery"](run, "a", "2025-05:0.1:2025-03").tolist() == [NOT_FALLEN] * 3
    run.totals.flows[run.months.index("2025-06"), 0, 1] = 0.5
    assert READINGS["recovery"](run, "a", "2025-05:0.1:2025-03").tolist() == [0, 2, 0]


def test_hubs_send_on_what_went_round_and_their_own(run: Seen) -> None:
    fill(run, "landed", {"2025-04": 5.0})
    fill(run, "landed", {"2025-04": 100.0}, index=1)
    fill(run, "flows", {"2025-04": 2.0}, index=2)
    assert READINGS["through_hubs"](run, "x T", "2025-04").tolist() == [7, 7, 7]


def test_imports_by_all_ways_are_held_against_those_before(run: Seen) -> None:
    named = run._replace(meters=("x/USA-all", *run.meters[1:]))
    fill(named, "flows", {"2025-04": 10.0, "2025-05": 4.0})
    fill(named, "landed", {"2025-05": 5.0})
    assert READINGS["kept"](named, "x USA", "2025-05:2025-04") == pytest.approx([0.9] * 3)


def test_approvals_are_to_date_and_pending_files_count(run: Seen) -> None:
    run.totals.applied[:4] = 10.0
    run.totals.granted[2:4] = 5.0
    assert READINGS["approved"](run, "o", "2025-03-24") == pytest.approx([5 / 30] * 3)
    assert READINGS["approved"](run, "o", "2025-03-31") == pytest.approx([10 / 40] * 3)
    assert np.isnan(READINGS["approved"](run, "o", "2025-03-03")).all()


def test_an_office_that_the_run_does_not_have_is_not_known(run: Seen) -> None:
    assert np.isnan(READINGS["approved"](run, "elsewhere", "2025-06-04")).all()


def test_the_first_halt_is_in_weeks_from_the_day_abroad_and_of_some_size(run: Seen) -> None:
    users = run.model.users
    mine = np.flatnonzero(users.sector == run.model.sectors.index("traction"))
    home, tiny, large = mine
    assert users.value_added[tiny] < 0.01 * users.value_added[mine].sum()
    assert np.isinf(READINGS["first_halt"](run, "traction", "2025-03-10")).all()
    run.totals.first[home] = 2
    run.totals.first[tiny] = 3
    assert np.isinf(READINGS["first_halt"](run, "traction", "2025-03-10")).all()
    run.totals.first[large] = [9, 5, 9]
    assert READINGS["first_halt"](run, "traction", "2025-03-10").tolist() == [8, 4, 8]


def test_the_first_halt_of_a_country_is_its_own(run: Seen) -> None:
    users, countries = run.model.users, run.model.countries
    mine = np.flatnonzero(users.sector == run.model.sectors.index("traction"))
    run.totals.first[mine] = [[2], [3], [6]]
    for user, week in zip(mine, (2, 3, 6), strict=True):
        place = countries[users.country[user]]
        assert (
            READINGS["first_halt"](run, f"traction {place}", "2025-03-10").tolist()
            == [week - 1] * 3
        )


def test_lost_output_is_over_what_it_was_and_demand_drops_out(run: Seen) -> None:
    run.totals.output[:] = 1.1
    run.totals.output[5:7] = 0.55
    found = READINGS["lost"](run, "traction", "2025-03-31..2025-04-28")
    assert found == pytest.approx([0.25] * 3)


def test_a_spread_is_of_the_week_in_which_the_day_lies(run: Seen) -> None:
    run.totals.quote_inner[:] = 10.0
    run.totals.quote_spot[:] = 10.0
    run.totals.quote_spot[8] = 35.0
    good = "/".join(run.model.goods[0])
    assert READINGS["spread"](run, good, "2025-04-28") == pytest.approx([3.5] * 3)
    assert READINGS["spread"](run, good, "2025-05-04") == pytest.approx([3.5] * 3)
    assert READINGS["spread"](run, good, "2025-05-05") == pytest.approx([1.0] * 3)


def test_what_is_paid_is_by_volume(run: Seen) -> None:
    good = "/".join(run.model.goods[0])
    base = run.model.price[0]
    run.totals.contract[:] = base
    run.totals.spot[:] = 5 * base
    run.totals.at_contract[:] = 3.0
    run.totals.at_spot[:] = 1.0
    assert READINGS["paid"](run, good, "2025-05-06") == pytest.approx([2.0] * 3)
    assert READINGS["paid"](run, good, "2025") == pytest.approx([(2 * 1 + 10 * 2) / 12] * 3)
    assert np.isnan(READINGS["paid"](run, good, "2012")).all()
    assert np.isnan(READINGS["paid"](run, good, "2012-05-06")).all()


def test_a_fall_is_one_year_over_another(run: Seen) -> None:
    good = "/".join(run.model.goods[0])
    run.totals.at_contract[:] = 1.0
    run.totals.contract[:] = run.model.price[0]
    run.totals.contract[:2] *= 4
    found = READINGS["fall"](_of_two_years(run), good, "2013:2011")
    assert found == pytest.approx([12 / (8 + 10)] * 3)


def _of_two_years(run: Seen) -> Seen:
    """The same with its months said to be of two years: two dear months in the first one."""
    months = tuple(f"{year}-{n:02}" for year in (2011, 2013) for n in range(1, 13))
    long = run.totals._replace(
        **{
            name: np.concatenate([column, column[-1:].repeat(len(months) - len(column), axis=0)])
            for name, column in run.totals._asdict().items()
            if name in {"contract", "spot", "at_contract", "at_spot"}
        }
    )
    return run._replace(months=months, totals=long)
