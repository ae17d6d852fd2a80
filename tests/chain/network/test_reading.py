from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.chain.figures import DERIVED, SPREAD
from monazite.chain.network.network import OBSERVED
from monazite.chain.network.reading import own_network
from monazite.errors import InputError

if TYPE_CHECKING:
    from monazite.chain.network.reading import Own

seeded = settings(derandomize=True, max_examples=50, deadline=None)
CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "chain" / "own_networks.yaml").read_text("utf-8")
)
CHAIN = CASES[0]


def read(folder: Path, nodes: str, edges: str) -> Own:
    (folder / "nodes.csv").write_text(nodes, "utf-8")
    (folder / "edges.csv").write_text(edges, "utf-8")
    return own_network(folder / "nodes.csv", folder / "edges.csv", "Dy", 2024)


def told(own: Own) -> list[list[Any]]:
    both = (("nodes", own.of_nodes), ("edges", own.of_edges))
    return [[file, one.row, one.code] for file, problems in both for one in problems]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_network_is_read_as_its_case_says(case: dict[str, Any], tmp_path: Path) -> None:
    own = read(tmp_path, case["nodes"], case["edges"])
    expected = sorted(case["problems"])
    assert sorted(told(own)) == expected
    assert own.partial == bool(expected)
    found = own.world.networks["Dy"]
    names = [own.names[one] for one in found.nodes]
    edges = zip(found.edges.source, found.edges.target, found.edges.amount, strict=True)
    flows = {f"{names[source]} > {names[target]}": float(t) for source, target, t in edges}
    assert flows == pytest.approx(case["flows"], rel=1e-6)
    unknown = {name: float(t) for name, t in zip(names, found.unknown, strict=True) if t > 1e-12}
    assert unknown == pytest.approx(case["unknown"])


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_problem_and_its_remedy_are_said_in_both_languages(
    case: dict[str, Any], tmp_path: Path
) -> None:
    own = read(tmp_path, case["nodes"], case["edges"])
    for one in (*own.of_nodes, *own.of_edges):
        for lang, row in (("en", f"ow {one.row}"), ("zh", f"第 {one.row} 行")):
            assert row in one.wrong(lang)
            assert one.remedy(lang)
            assert "{" not in one.wrong(lang) + one.remedy(lang)


def test_a_node_knows_its_plant_its_confidence_and_its_rows(tmp_path: Path) -> None:
    own = read(tmp_path, CHAIN["nodes"], CHAIN["edges"])
    found = own.world.networks["Dy"]
    assert [(one.stage, one.country, one.kind, one.sector) for one in found.nodes] == [
        ("mining", "AUS", "make", ""), ("mining", "AUS", "market", ""),
        ("mining", "MYS", "market", ""), ("refining", "MYS", "make", ""),
        ("refining", "MYS", "market", ""), ("sector", "MYS", "use", "traction"),
    ]  # fmt: skip
    plant = own.world.plants[found.nodes[3]]
    assert plant.recovery is not None
    assert (plant.recovery.value, plant.recovery.rows) == (0.8, ("nodes.csv:5",))
    assert plant.capacity is None
    assert found.edges.spread[1] == SPREAD[DERIVED]
    assert found.edges.rows[1] == ("edges.csv:3",)
    assert set(found.edges.basis) == {OBSERVED}
    assert found.entering.tolist() == [100, 0, 0, 0, 0, 0]


def test_a_recovery_is_what_is_said_in_the_message_of_a_ring(tmp_path: Path) -> None:
    ring = next(case for case in CASES if "ring that gives back" in case["name"])
    (one,) = read(tmp_path, ring["nodes"], ring["edges"]).of_edges
    assert "scrap → melt → metal → grind → scrap" in one.wrong("en")
    assert "gain 3.6" in one.wrong("en")


def test_a_file_that_is_not_there_or_lacks_a_column_is_the_callers_mistake(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="file"):
        own_network(tmp_path / "nodes.csv", tmp_path / "edges.csv", "Dy", 2024)
    with pytest.raises(InputError, match="country"):
        read(tmp_path, "node,kind\na,make\n", "source,target\n")
    for nodes, edges in (("node,kind,country", CHAIN["edges"]), (CHAIN["nodes"], "source,target")):
        with pytest.raises(InputError, match="rows under its header"):
            read(tmp_path, nodes, edges)


def test_whatever_is_wrong_is_told_with_the_file_in_which_it_stands(tmp_path: Path) -> None:
    nodes = CHAIN["nodes"].replace(",100,t", ',"100,5",t')
    edges = CHAIN["edges"].replace("ore AU,ore MY,100000,kg", "ore AU,nowhere,1,stone")
    own = read(tmp_path, nodes, edges)
    assert {one.code for one in own.of_nodes} >= {"not_a_number", "no_supply"}
    assert {one.code for one in own.of_edges} == {"no_such_node", "unknown_unit"}
    for name, problems in (("nodes.csv", own.of_nodes), ("edges.csv", own.of_edges)):
        for one in problems:
            assert one.wrong("en").startswith(f"Row {one.row} of {name}")
            assert one.wrong("zh").startswith(f"{name} 第 {one.row} 行")


def test_a_network_is_read_by_the_names_of_its_files_and_shows_itself_in_short(
    tmp_path: Path,
) -> None:
    read(tmp_path, CHAIN["nodes"], CHAIN["edges"])
    own = own_network(str(tmp_path / "nodes.csv"), str(tmp_path / "edges.csv"), "Dy", 2024)
    assert repr(own.world.networks["Dy"]) == "<Network of Dy, 2024: 6 nodes, 5 edges>"
    assert repr(own.world) == "<World of 2024: Dy; 0 gaps>"
    assert repr(own) == f"Own(world={own.world!r}, of_nodes=(), of_edges=())"


@seeded
@given(seed=st.integers(0, 10_000))
def test_whatever_shares_say_what_reaches_a_node_is_what_goes_out_of_it(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    rng = np.random.default_rng(seed)
    countries = ["CN", "JP", "DE", "US"][: int(rng.integers(2, 5))]
    nodes, edges = ["node,kind,country,stage,used,unit"], ["source,target,share"]
    for one in countries:
        nodes += [f"{one},market,{one},metal,,", f"use {one},use,{one},,{rng.uniform(1, 9)},t"]
        edges.append(f"{one},use {one},1")
        others = [other for other in countries if other != one]
        parts = rng.dirichlet(np.ones(len(others) + 1))[:-1] * rng.choice([1.0, 1.02])
        edges += [f"{other},{one},{p}" for other, p in zip(others, parts, strict=True)]
    own = read(tmp_path_factory.mktemp("own"), "\n".join(nodes), "\n".join(edges))
    found = own.world.networks["Dy"]
    count = len(found.nodes)
    into = np.bincount(found.edges.target, found.edges.amount, count) + found.unknown
    out = np.bincount(found.edges.source, found.edges.amount, count)
    markets = np.array([one.kind == "market" for one in found.nodes])
    assert into[markets] == pytest.approx(out[markets], rel=1e-9)
    assert (found.edges.amount >= 0).all()
    assert found.unknown[markets].sum() == pytest.approx(into[~markets].sum(), rel=1e-6)
