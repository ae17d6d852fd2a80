from __future__ import annotations

import numpy as np
import pytest

from monazite.chain.balance.balance import balance
from monazite.chain.figures import ESTIMATE
from monazite.chain.network.network import ESTIMATED
from monazite.chain.packaged.csvs import table
from monazite.chain.packaged.draft import draft
from monazite.chain.packaged.materials import LADDERS
from monazite.chain.packaged.plants import plants
from monazite.chain.packaged.splits import sectors
from monazite.chain.packaged.steps import made, taken
from monazite.chain.stages import MARKET

NOT_ALL = {
    "Sb": {("mining", MARKET)},
    "W": {("mining", MARKET), ("metal", MARKET)},
    "GRAPHITE": {("mining", MARKET)},
}
"""Goods that also go under other codes than those of the flows that are known."""
EVERY = [(name, year) for name in LADDERS for year in range(2018, 2025)]


@pytest.mark.parametrize(("name", "year"), EVERY)
def test_ways_are_sought_once_and_never_where_an_amount_is_known_to_be_all(
    name: str, year: int
) -> None:
    ladder = LADDERS[name](year, estimates=True)
    known = draft(ladder, estimates=True)
    pairs = [(one.source, one.target) for one in ladder.ways]
    have = {
        (known.nodes[a], known.nodes[b])
        for a, b in zip(known.edges.source, known.edges.target, strict=True)
    }
    assert len(pairs) == len(set(pairs))
    beside = {(source.stage, target.kind) for source, target in have & set(pairs)}
    assert beside <= NOT_ALL.get(name, set())
    assert all(one.guess > 0 for one in ladder.ways)


@pytest.mark.parametrize(("name", "year"), EVERY)
def test_every_amount_names_its_rows(name: str, year: int) -> None:
    known = draft(LADDERS[name](year, estimates=True), estimates=True)
    assert len(known.edges.rows) > 3
    assert all(known.edges.rows)
    assert (known.edges.amount > 0).all()
    assert (known.edges.spread > 0).all()


@pytest.mark.parametrize("name", LADDERS)
def test_the_balance_leaves_little_that_comes_by_no_known_way(name: str) -> None:
    ladder = LADDERS[name](2024, estimates=True)
    balanced = balance(
        draft(ladder, estimates=True), plants(ladder), ladder.ways, {}, estimates=True
    )
    network = balanced.network
    assert network.unknown.sum() < 0.04 * network.entering.sum()


@pytest.mark.parametrize("name", LADDERS)
def test_without_estimates_no_amount_of_our_own_is_left(name: str) -> None:
    ladder = LADDERS[name](2024, estimates=False)
    first = draft(ladder, estimates=False)
    known = balance(first, plants(ladder), ladder.ways, {}, estimates=False).network
    assert not (known.edges.basis == ESTIMATED).any()
    rows = {row for rows in known.edges.rows for row in rows}
    own = {
        one.id
        for each in ("output-shares", "use-countries", "entering")
        for one in table(each)
        if one.confidence == ESTIMATE
    }
    assert not rows & own


@pytest.mark.parametrize(("name", "year"), [one for one in EVERY if one[0] in {"Sb", "W"}])
def test_smelters_take_what_mines_give(name: str, year: int) -> None:
    mines, smelters = LADDERS[name](year, estimates=True).steps[:2]
    # The United States print their own smelters, beside the shares.
    assert sum(taken(smelters).values()) == pytest.approx(sum(made(mines).values()), rel=0.02)


@pytest.mark.parametrize(
    ("name", "stage"),
    [("Sb", "mining"), ("Sb", "refining"), ("Sb", "intermediate"), ("W", "mining"), ("W", "metal"), ("Ga", "refining"),
     ("Ga", "metal"), ("Ge", "refining"), ("GRAPHITE", "mining"), ("GRAPHITE", "refining")],
)  # fmt: skip
def test_sectors_divide_a_use_in_whole(name: str, stage: str) -> None:
    parts = sectors(name, stage, 2024)
    assert sum(one.value for one in parts.values()) == pytest.approx(1)
    assert all(one.rows for one in parts.values())


def test_uses_of_antimony_are_those_of_the_european_study() -> None:
    parts = sectors("Sb", "refining", 2024)
    assert parts["flame_retardants"].value == pytest.approx(0.43)
    assert parts["batteries"].rows == ("eu-use-shares/antimony/lead-acid-batteries/C27",)
    assert sectors("W", "metal", 2024)["tools"].value == pytest.approx(0.74 / 0.99)


def test_oxide_is_made_of_metal_where_no_ore_is_smelted() -> None:
    mines, smelters, oxide = LADDERS["Sb"](2024, estimates=True).steps
    assert oxide.takes == ("Sb", "refining")
    assert not set(smelters.makers) & set(oxide.makers)
    # 8.6 of the study's 100 beside all that smelt ore, who gave 92 % of what was mined.
    belgium, china = oxide.makers["BEL"], smelters.makers["CHN"]
    assert belgium is not None
    assert china is not None
    assert belgium.chosen.value / china.chosen.value == pytest.approx(8.6 / 51.8, rel=0.02)
    assert sum(made(smelters).values()) < sum(made(mines).values())


def test_oxide_that_the_united_states_buy_from_makers_of_it_is_not_metal() -> None:
    flows = {
        one.seller: one.stage
        for one in LADDERS["Sb"](2024, estimates=True).flows
        if one.buyer == "USA" and one.stage != "mining"
    }
    assert flows["BEL"] == flows["FRA"] == "intermediate"
    assert flows["CHN"] == "refining"


def test_antimony_of_the_united_states_is_mostly_scrap() -> None:
    smelters = LADDERS["Sb"](2024, estimates=True).steps[1]
    reading = smelters.makers["USA"]
    assert reading is not None
    assert reading.chosen.value == 588 + 3_330
    assert reading.why == "measured"
    assert smelters.entering["USA"].value == pytest.approx(3_330 / 3_918)


def test_antimony_that_the_united_states_used_is_what_usgs_prints() -> None:
    uses = LADDERS["Sb"](2024, estimates=True).uses
    assert sum(one.amount.value for one in uses) == pytest.approx(28_600)


def test_graphite_for_batteries_is_as_concentrated_as_the_energy_agency_says() -> None:
    refiners = made(LADDERS["GRAPHITE"](2024, estimates=True).steps[1])
    assert refiners["CHN"] / sum(refiners.values()) == pytest.approx(0.957, abs=0.001)
    # What the agency puts together as other countries is a maker of its own, and no country.
    assert refiners["ROW"] == pytest.approx(34_354)


def test_before_2024_makers_of_battery_grade_are_known_and_their_output_is_not() -> None:
    refiners = LADDERS["GRAPHITE"](2023, estimates=True).steps[1]
    assert refiners.makers.keys() >= {"CHN", "JPN"}
    assert set(refiners.makers.values()) == {None}


def test_germanium_of_canada_is_at_least_what_the_united_states_bought_there() -> None:
    makers = LADDERS["Ge"](2024, estimates=True).steps[0].makers
    canada = makers["CAN"]
    assert canada is not None
    # 37 % of 11 t in dioxide; none of the metal.
    assert canada.chosen.value == pytest.approx(0.37 * 11)


def test_germanium_of_canada_is_a_maker_without_a_figure_where_nobody_tells() -> None:
    assert LADDERS["Ge"](2019, estimates=True).steps[0].makers["CAN"] is None


def test_refiners_of_the_european_study_alone_are_laid_beside_those_that_are_counted() -> None:
    # 4.5 of the study's 100 beside 83.1 + 5.0 + 1.8 + 2.0 counted, of 149 t counted there.
    belgium = LADDERS["Ge"](2024, estimates=True).steps[0].makers["BEL"]
    assert belgium is not None
    assert belgium.chosen.value == pytest.approx(149 * 4.5 / 91.9, rel=1e-6)


def test_the_united_states_buy_what_usgs_prints_from_whom_it_prints() -> None:
    flows = LADDERS["Sb"](2024, estimates=True).flows
    bought = {one.seller: one.amount for one in flows if one.stage != "mining"}
    # 66 % of 24,000 t of antimony in oxide and 22 % of 4,920 t in metal and powder.
    assert bought["CHN"].value == pytest.approx(0.66 * 24_000 + 0.22 * 4_920)
    assert bought["BEL"].value == pytest.approx(0.16 * 24_000)
    assert len(bought["CHN"].rows) == 4
    before = LADDERS["Sb"](2020, estimates=True).flows
    assert {one.stage for one in before} == {"mining"}


def test_a_year_is_built_alike_twice() -> None:
    first, again = (draft(LADDERS["W"](2022, estimates=True), estimates=True) for _ in range(2))
    assert first.nodes == again.nodes
    assert np.array_equal(first.edges.amount, again.edges.amount)
