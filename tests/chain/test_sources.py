from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from monazite.chain.goods import Goods
from monazite.chain.network.nodes import Node
from monazite.chain.sheet import Line
from monazite.chain.sources import Whence, source, whence
from monazite.chain.stages import MAGNET, MAKE
from monazite.errors import InputError
from support.chain_magnets import HEAVY, of

STANDARD = Node("NdFeB-standard", MAGNET, "JPN", MAKE)
MAGNETS = Goods("Nd", MAGNET, {})


def test_what_was_made_somewhere_counts_before_where_it_was_bought() -> None:
    network = of("Nd", 1.0)
    found = source(network, Goods(HEAVY, MAGNET, {}), Whence("CHN", "DEU"))
    assert found == Node(HEAVY, MAGNET, "CHN", MAKE)
    assert source(network, MAGNETS, Whence("", "")) is None


def test_an_element_in_several_alloys_of_a_stage_needs_the_alloy() -> None:
    one = of("Nd", 1.0)
    more = np.append(one.entering, 5.0)
    two = replace(
        one, nodes=(*one.nodes, STANDARD), entering=more, unknown=np.append(one.unknown, 0.0)
    )
    assert source(one, MAGNETS, Whence("JPN", "")) == Node(HEAVY, MAGNET, "JPN", MAKE)
    assert source(two, Goods("NdFeB-standard", MAGNET, {}), Whence("JPN", "")) == STANDARD
    with pytest.raises(InputError) as caught:
        source(two, MAGNETS, Whence("JPN", ""))
    assert caught.value.code == "which_material"
    assert caught.value.told["materials"] == "NdFeB-heavy, NdFeB-standard"


def test_a_stage_that_the_network_does_not_know_is_told() -> None:
    with pytest.raises(InputError) as caught:
        source(of("Nd", 1.0), Goods("Nd", "component", {}), Whence("JPN", ""))
    assert (caught.value.field, caught.value.code) == ("made_in", "no_make")
    assert caught.value.told["known"] == "-"


def test_both_countries_of_a_row_are_read_and_both_are_told() -> None:
    problems: list[object] = []
    line = Line("given.csv", 4, {"made_in": "Atlantis", "bought_from": "Utopia"})
    assert whence(line, problems) is None  # type: ignore[arg-type]
    assert len(problems) == 2
