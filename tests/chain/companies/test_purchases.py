from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.chain.companies.purchases import COLUMNS, purchases, template
from monazite.chain.packaged.world import world
from support.chain_magnets import magnets, written

if TYPE_CHECKING:
    from pathlib import Path


def test_the_template_is_read_without_a_problem(tmp_path: Path) -> None:
    found = purchases(written(tmp_path, template()), world(2024))
    assert found.problems == ()
    assert len(found.lines) == len(template().splitlines()) - 1
    assert tuple(template().splitlines()[0].split(",")) == COLUMNS


def test_natural_graphite_is_the_graphite_that_is_followed(tmp_path: Path) -> None:
    text = (
        "material,stage,quantity,unit\nnatural graphite,ore,1,t\ngraphite,ore,1,t\n石墨,矿石,1,t\n"
    )
    found = purchases(written(tmp_path, text), world(2024))
    assert {one.goods.material for one in found.lines} == {"GRAPHITE"}


def test_a_purchase_knows_its_row_its_supplier_and_what_it_contains(tmp_path: Path) -> None:
    text = "supplier,material,quantity,unit,made_in\nAcme,NdFeB-heavy,2,t,日本\n"
    (line,) = purchases(written(tmp_path, text), magnets()).lines
    assert (line.line.row, line.supplier, line.whence.made_in) == (2, "Acme", "JPN")
    assert line.contained == pytest.approx({"Nd": 0.5, "Dy": 0.08})
