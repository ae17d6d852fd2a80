from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from monazite.chain.products.product import product
from support.chain_magnets import magnets, written

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "chain" / "product.yaml").read_text(encoding="utf-8")
)


def above(shares: Any) -> dict[str, float]:
    return {one.country: one.share for one in shares if one.share > 1e-12}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_product_stands_on_its_parts(case: dict[str, Any], tmp_path: Path) -> None:
    found = product(magnets(), written(tmp_path, case["file"]), draws=0)
    by_element = {one.material: one for one in found.elements}
    masses = {element: 1000 * one.use for element, one in by_element.items()}
    assert masses == pytest.approx(case["kilograms"])
    for element, expected in case["ultimate"].items():
        assert above(by_element[element].ultimate) == pytest.approx(expected)
    for element, stages in case.get("made", {}).items():
        made = {one.stage: above(one.shares) for one in by_element[element].made}
        for stage, expected in stages.items():
            assert made[stage] == pytest.approx(expected)
    for element, expected in case["unknown"].items():
        assert by_element[element].unknown == pytest.approx(expected, abs=1e-12)
    problems = [[one.row, one.field, one.code] for one in found.problems]
    assert problems == case.get("problems", [])
    assert found.partial == bool(problems)
    for lang in ("en", "zh"):
        assert all(one.document(lang)["remedy"] for one in found.problems)


def test_a_part_in_pieces_is_the_part(tmp_path: Path) -> None:
    head = "part,part_of,count,mass,unit,material,made_in\n"
    whole = product(magnets(), written(tmp_path, f"{head}m,,1,6,kg,NdFeB-heavy,JPN\n"), draws=0)
    rows = "box,,2,,,,\nm,box,3,1,kg,NdFeB-heavy,JPN\n"
    pieces = product(magnets(), written(tmp_path, head + rows), draws=0)
    for one, other in zip(whole.elements, pieces.elements, strict=True):
        assert other.use == pytest.approx(one.use)
        assert above(other.ultimate) == pytest.approx(above(one.ultimate))


def test_each_part_says_on_whom_it_stands(tmp_path: Path) -> None:
    text = "part,mass,unit,material,made_in\nrotor,1,kg,NdFeB-heavy,JPN\nsensor,1,kg,Dy2O3,MYS\n"
    found = product(magnets(), written(tmp_path, text), draws=0)
    assert [(one.row, one.name, one.element) for one in found.lines] == [
        (2, "rotor", "Nd"), (2, "rotor", "Dy"), (3, "sensor", "Dy"),
    ]  # fmt: skip
    assert [(one.country, one.share) for one in found.lines[2].ultimate] == [("AUS", 1), ("MYS", 1)]
