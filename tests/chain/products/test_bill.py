from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.chain.packaged.world import world
from monazite.chain.products.bill import COLUMNS, template
from monazite.chain.products.product import product
from support.chain_magnets import written

if TYPE_CHECKING:
    from pathlib import Path


def test_the_template_is_read_without_a_problem(tmp_path: Path) -> None:
    found = product(world(2024), written(tmp_path, template()), draws=0)
    assert found.problems == ()
    assert not found.partial
    assert tuple(template().splitlines()[0].split(",")) == COLUMNS
    # 48 magnets of 35 g and two of 40 g and four of 12 g, in grams of neodymium: 24 % in all.
    assert {one.material for one in found.elements} >= {"Nd", "Pr", "Dy", "Sm", "Ga"}
