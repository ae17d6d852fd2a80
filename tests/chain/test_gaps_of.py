from __future__ import annotations

from monazite.chain.figures import Figure
from monazite.chain.gaps_of import gaps_of
from monazite.chain.worlds import Alloy, Gap, World


def test_gaps_of_an_element_its_alloys_and_its_group() -> None:
    held = Figure(0.03, "1", 2024, "a source", "reported")
    alloys = {"NdFeB-heavy": Alloy("NdFeB-heavy", "magnet", {"Dy": held})}
    gaps = tuple(
        Gap(name, "magnet", "", "trade", "why", filled=False)
        for name in ("Dy", "NdFeB-heavy", "REE", "Ga", "Nd")
    )
    world = World(2024, {}, {}, alloys, {}, gaps)
    assert [one.material for one in gaps_of(world, {"Dy"})] == ["Dy", "NdFeB-heavy", "REE"]
    assert [one.material for one in gaps_of(world, {"Ga"})] == ["Ga"]
    assert gaps_of(world, {"W"}) == ()
