from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from monazite.chain.network.network import BALANCED
from monazite.chain.outputs import outputs
from monazite.chain.packaged.world import world
from monazite.chain.pictures.passages import passages
from monazite.chain.pictures.settled import settled
from monazite.chain.pictures.spots import Run, Spot, columns, gathered, runs, sizes
from monazite.chain.pictures.way import MOST, way
from monazite.charts.chain_shapes import OTHERS, UNKNOWN
from support.chain_networks import network, node, random_network

if TYPE_CHECKING:
    from monazite.chain.network.network import Network

if TYPE_CHECKING:
    from monazite.chain.network.network import Network

SIMPLE = network(
    [
        (node("make mining CHN", "Dy"), node("market mining CHN", "Dy"), 60.0),
        (node("make mining MMR", "Dy"), node("market mining CHN", "Dy"), 40.0),
        (node("market mining CHN", "Dy"), node("make refining CHN", "Dy"), 100.0),
        (node("make refining CHN", "Dy"), node("market refining CHN", "Dy"), 90.0),
        (node("market refining CHN", "Dy"), node("use wind CHN", "Dy"), 50.0),
        (node("market refining CHN", "Dy"), node("use traction DEU", "Dy"), 40.0),
    ],
    {node("make mining CHN", "Dy"): 60.0, node("make mining MMR", "Dy"): 40.0},
)


def drawn(lang: str) -> Any:
    return way(SIMPLE, lang).chart.to_dict()


def labels(chart: Any) -> set[str]:
    return {row["text"] for rows in chart["datasets"].values() for row in rows if "text" in row}


def test_columns_are_the_stages_in_the_order_of_goods_then_use_and_sector() -> None:
    assert columns(passages(SIMPLE)) == ("mining", "refining", "use", "sector")


def test_stops_say_country_and_share_in_both_languages() -> None:
    assert {"China 60%", "Myanmar 40%", "China 100%", "China 56%", "Wind power 56%"} <= labels(
        drawn("en")
    )
    assert {"中国 60%", "缅甸 40%", "风电 56%", "100吨"} <= labels(drawn("zh"))


def test_the_text_says_what_the_picture_shows() -> None:
    assert way(SIMPLE, "en").behind.text == (
        "Mining, 100 t: China 60%, Myanmar 40%.",
        "Separation and refining, 90 t: China 100%.",
        "Country of use, 90 t: China 56%, Germany 44%.",
        "Sector, 90 t: Wind power 56%, Electric vehicles 44%.",
    )


def test_the_table_has_every_run_with_its_rows() -> None:
    rows = way(SIMPLE, "en").behind.rows
    assert ("Mining", "China", "Separation and refining", "China", "60", "0%", "row/2") in rows
    assert (
        "Separation and refining", "China", "Country of use", "Germany", "40", "0%", "row/5",
    ) in rows  # fmt: skip
    assert ("Country of use", "Germany", "Sector", "Electric vehicles", "40", "0%", "row/5") in rows
    assert len(rows) == 6


def test_scrap_that_goes_back_is_told_and_not_drawn() -> None:
    found = network(
        [
            (node("make refining CHN", "Dy"), node("market refining CHN", "Dy"), 10.0),
            (node("market refining CHN", "Dy"), node("make refining CHN", "Dy"), 3.0),
            (node("market refining CHN", "Dy"), node("use wind CHN", "Dy"), 7.0),
        ],
        {node("make refining CHN", "Dy"): 7.0},
    )
    said = way(found, "en").behind.text
    assert said[-1].startswith("Not drawn: 3 t")


def test_what_arrives_by_no_known_way_comes_from_the_column_before() -> None:
    plant = node("make refining CHN", "Dy")
    found = network(
        [
            (node("make mining CHN", "Dy"), node("market mining CHN", "Dy"), 3.0),
            (node("market mining CHN", "Dy"), plant, 3.0),
        ],
        {node("make mining CHN", "Dy"): 3.0},
        {plant: 1.0},
    )
    assert way(found, "en").behind.text[0] == "Mining, 4 t: China 75%, Maker not known 25%."


def unsaid() -> Network:
    """60 t mined in China and 40 t by nobody named; of what plants put out nobody says anything."""
    found = network(
        [(node("make mining CHN", "Dy"), node("market mining CHN", "Dy"), 60.0)],
        {node("make mining CHN", "Dy"): 60.0},
        {node("make refining CHN", "Dy"): 0.0, node("make mining MMR", "Dy"): 0.0},
    )
    return replace(found, unnamed={"mining": 40.0})


def test_what_nobody_prints_is_drawn_as_unknown_and_said() -> None:
    picture = way(unsaid(), "en")
    assert picture.behind.text == (
        "Mining, 100 t: China 60%, Maker not known 40%.",
        "Separation and refining: nobody prints what anybody makes.",
        "Taker not known: 100 t, stage by stage; the same goods may be left at several.",
    )
    assert {"China 60%", "Maker not known 40%", "Taker not known", "–"} <= labels(
        picture.chart.to_dict()
    )


def test_goods_left_at_one_market_and_come_by_no_known_way_to_another_count_once() -> None:
    found = network(
        [
            (node("make mining CHN", "Dy"), node("market mining CHN", "Dy"), 10.0),
            (node("market mining DEU", "Dy"), node("make refining DEU", "Dy"), 4.0),
        ],
        {node("make mining CHN", "Dy"): 10.0},
        {node("market mining DEU", "Dy"): 4.0},
    )
    text = way(found, "en").behind.text
    assert text[0] == "Mining, 10 t: China 100%."
    assert text[-1].startswith("Not drawn: 4 t that arrives by no known way.")


@pytest.mark.parametrize("estimates", [True, False])
def test_a_column_adds_up_to_what_the_table_says_of_the_stage(*, estimates: bool) -> None:
    for element, found in world(2024, estimates=estimates).networks.items():
        size = sizes(runs(settled(found).drawn))
        for stage, output in outputs(found).items():
            drawn = {spot.name: t for spot, t in size.items() if spot.column == stage}
            said = {country: one.amount for country, one in output.makers.items()}
            least = 1e-4 * max(output.total, 1.0)
            assert drawn.pop(UNKNOWN, 0.0) == pytest.approx(output.unknown, abs=least), element
            assert drawn.keys() <= said.keys()
            for country, amount in said.items():
                assert drawn.get(country, 0.0) == pytest.approx(amount, abs=least), element


def test_a_network_of_nothing_says_so() -> None:
    picture = way(network([], {}), "en")
    assert picture.behind.text == ("No flow is known.",)
    assert picture.file(".svg", "en").startswith(b"<svg")


def test_a_picture_goes_out_with_its_words() -> None:
    svg = way(SIMPLE, "zh").file(".svg", "zh").decode()
    assert "<desc" in svg
    assert "采矿，100吨：中国 60%、缅甸 40%。" in svg


@pytest.mark.parametrize("seed", range(3))
def test_no_more_than_forty_stops_and_not_a_tonne_less(seed: int) -> None:
    found = passages(random_network(np.random.default_rng(seed), countries=20, stages=4))
    every = runs(found)
    few = gathered(every, MOST)
    assert len(sizes(every)) > MOST
    assert len(sizes(few)) <= MOST
    assert sum(run.amount for run in few) == pytest.approx(sum(run.amount for run in every))


def few(amounts: dict[str, float], most: int) -> dict[str, Run]:
    """What leaves a column of these countries for one plant, gathered."""
    target = Spot("refining", "CHN")
    found = [
        Run(Spot("mining", name), target, amount, amount, 0.0, (name,))
        for name, amount in amounts.items()
    ] + [Run(target, Spot("use", "CHN"), 9.0, 9.0, 0.0, ())]
    return {run.source.name: run for run in gathered(found, most) if run.target.name == "CHN"}


def test_the_smallest_of_a_column_become_others_and_the_unknown_stays_apart() -> None:
    amounts = {"CHN": 50.0, "USA": 20.0, "AUS": 6.0, "VNM": 4.0, UNKNOWN: 0.5}
    assert few(amounts, 12).keys() == {"CHN", "USA", "AUS", "VNM", UNKNOWN}
    found = few(amounts, 8)
    assert found.keys() == {"CHN", "USA", OTHERS, UNKNOWN}
    assert (found[OTHERS].amount, found[OTHERS].rows) == (10.0, ("AUS", "VNM"))


def test_a_part_too_small_for_its_words_is_one_of_the_others() -> None:
    assert few({"CHN": 98.0, "USA": 1.0, "AUS": 1.0}, 40).keys() == {"CHN", OTHERS}


def test_only_of_a_network_that_is_balanced_does_it_speak_of_a_balance() -> None:
    given, legend = _said(SIMPLE)
    assert "nothing is balanced or estimated" in given
    assert legend == ["as given"]
    moved = SIMPLE.edges._replace(basis=np.full(len(SIMPLE.edges.basis), BALANCED))
    balanced, legend = _said(replace(SIMPLE, edges=moved))
    assert "as the balance moved them" in balanced
    assert len(legend) == 1
    assert "balance" in legend[0]


def _said(network: Network) -> tuple[str, list[str]]:
    chart = way(network, "en").chart.to_dict()
    streams = next(one for one in chart["layer"] if "opacity" in one["encoding"])
    return json.dumps(chart), streams["encoding"]["opacity"]["legend"]["values"]
