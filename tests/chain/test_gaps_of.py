from __future__ import annotations

import pytest

from monazite.chain.figures import Figure
from monazite.chain.gaps_of import gaps, gaps_of
from monazite.chain.packaged.world import world as packaged
from monazite.chain.worlds import Alloy, Gap, World
from monazite.errors import InputError
from support.chain_magnets import magnets


def test_gaps_of_an_element_its_alloys_and_its_group() -> None:
    held = Figure(0.03, "1", 2024, "a source", "reported")
    alloys = {"NdFeB-heavy": Alloy("NdFeB-heavy", "magnet", {"Dy": held})}
    known = tuple(
        Gap(name, "magnet", "", "trade", "why", filled=False)
        for name in ("Dy", "NdFeB-heavy", "REE", "Ga", "Nd")
    )
    networks = dict.fromkeys(("Dy", "Nd", "Ga", "REE"), magnets().networks["Dy"])
    world = World(2024, networks, {}, alloys, {}, known)
    assert [one.material for one in gaps_of(world, {"Dy"})] == ["Dy", "NdFeB-heavy", "REE"]
    assert [one.material for one in gaps_of(world, {"Ga"})] == ["Ga"]
    assert gaps_of(world, {"W"}) == ()


def test_gaps_are_asked_for_by_any_word_for_a_material() -> None:
    world = packaged(2024)
    assert gaps(world) == world.gaps
    assert gaps(world, "dysprosium") == gaps_of(world, {"Dy"}) != ()
    with pytest.raises(InputError, match="material"):
        gaps(world, "unobtainium")
