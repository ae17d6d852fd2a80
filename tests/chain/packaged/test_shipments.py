from __future__ import annotations

import pytest

from monazite.chain.packaged.shipments import shipments
from monazite.chain.packaged.traded import concentrates, goods


def test_every_pair_stands_once_with_a_mass_above_zero() -> None:
    found = shipments("261710", 2024)
    assert len(found) == len({(one.seller, one.buyer) for one in found}) > 100
    assert all(one.mass_t > 0 for one in found)


def test_a_code_or_year_that_is_not_carried_is_empty() -> None:
    assert shipments("811292", 2024) == ()
    assert shipments("261710", 1999) == ()


def test_concentrates_are_what_they_hold_and_never_more_than_their_mass() -> None:
    gross = {(one.seller, one.buyer): one.mass_t for one in shipments("261710", 2024)}
    flows = list(concentrates("Sb", "261710", 2024))
    assert len(flows) == len(gross)
    for flow in flows:
        assert 0 < flow.amount.value <= 0.6 * gross[flow.seller, flow.buyer] + 1e-9
        stored = "-".join("S19" if one == "TWN" else one for one in (flow.seller, flow.buyer))
        assert flow.amount.rows[0] == f"flow/261710/{stored}-2024"


def test_low_grade_ore_of_myanmar_is_not_taken_for_concentrate() -> None:
    (flow,) = [
        one
        for one in concentrates("Sb", "261710", 2024)
        if (one.seller, one.buyer) == ("MMR", "THA")
    ]
    # 42,224 t at 1.93 dollars a kg.
    assert flow.amount.value == pytest.approx(5_547, rel=0.01)


def test_goods_of_several_codes_are_summed_by_pair() -> None:
    sold = goods("GRAPHITE", "mining", ("250410", "250490"), 2024, least_usd_kg=0.1)
    flows = {(one.seller, one.buyer): one for one in sold}
    single = {
        code: {(one.seller, one.buyer): one.mass_t for one in shipments(code, 2024)}
        for code in ("250410", "250490")
    }
    pair = ("CHN", "JPN")
    assert flows[pair].amount.value == pytest.approx(sum(each[pair] for each in single.values()))
    assert len(flows[pair].amount.rows) == 2


def test_goods_at_a_price_that_nobody_takes_are_left_out() -> None:
    def pairs(least: float) -> set[tuple[str, str]]:
        found = goods("GRAPHITE", "mining", ("250490",), 2021, least_usd_kg=least)
        return {(one.seller, one.buyer) for one in found}

    # 492,941 t of the United States to the Dominican Republic at 0.075 dollars a kg.
    assert ("USA", "DOM") in pairs(0.0)
    assert ("USA", "DOM") not in pairs(0.1)
    assert pairs(0.1) < pairs(0.0)


def test_taiwan_stands_under_one_code() -> None:
    found = shipments("284690", 2024)
    places = {place for one in found for place in (one.seller, one.buyer)}
    assert "TWN" in places
    assert "S19" not in places
    (row,) = [one.row for one in found if (one.seller, one.buyer) == ("CHN", "TWN")]
    assert row == "flow/284690/CHN-S19-2024"
