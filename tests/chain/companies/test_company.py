from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import yaml

from monazite.chain.companies.company import company
from monazite.chain.exposures.exposure import exposure
from monazite.errors import InputError
from support.chain_magnets import magnets, written

if TYPE_CHECKING:
    from monazite.chain.exposures.values import Exposure
    from monazite.chain.standing import Standing

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "chain" / "company.yaml").read_text(encoding="utf-8")
)
HEAD = "material,stage,quantity,unit,made_in,bought_from\n"


def shares(found: Exposure, kind: str) -> dict[str, float]:
    return {one.country: one.share for one in getattr(found, kind) if one.share > 1e-12}


def of(found: Standing) -> dict[str, Exposure]:
    return {one.material: one for one in found.elements}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_company_stands_on_what_it_buys(case: dict[str, Any], tmp_path: Path) -> None:
    found = company(magnets(), written(tmp_path, case["file"]), draws=0)
    by_element = of(found)
    assert {one: by_element[one].use for one in by_element} == pytest.approx(
        case["tonnes"], rel=1e-6
    )
    for kind in ("direct", "ultimate"):
        for element, expected in case.get(kind, {}).items():
            assert shares(by_element[element], kind) == pytest.approx(expected, abs=1e-6)
    for element, expected in case["unknown"].items():
        assert by_element[element].unknown == pytest.approx(expected, abs=1e-6)
    problems = [[one.row, one.field, one.code] for one in found.problems]
    assert problems == case.get("problems", [])
    assert found.partial == bool(problems)
    for lang in ("en", "zh"):
        assert all(one.document(lang)["remedy"] for one in found.problems)


def test_a_company_that_buys_as_its_country_does_stands_as_its_country_does(tmp_path: Path) -> None:
    text = f"{HEAD}NdFeB-heavy,,7,t,,DEU\n"
    found = of(company(magnets(), written(tmp_path, text), draws=0))
    for element, own in found.items():
        whole = exposure(magnets(), "DEU", element, draws=0)
        assert shares(own, "ultimate") == pytest.approx(shares(whole, "ultimate"))


@pytest.mark.parametrize("seed", range(4))
def test_neither_the_order_of_rows_nor_splitting_them_changes_anything(
    seed: int, tmp_path: Path
) -> None:
    rng = np.random.default_rng(seed)
    places = ["CHN,", "JPN,", ",DEU", ",JPN", ","]
    rows = [f"NdFeB-heavy,,{rng.uniform(0.1, 9):.6f},t,{rng.choice(places)}" for _ in range(6)]
    whole = of(company(magnets(), written(tmp_path, HEAD + "\n".join(rows)), draws=0))
    halves = [_half(row) for row in rows for _ in range(2)]
    rng.shuffle(halves)
    split = of(company(magnets(), written(tmp_path, HEAD + "\n".join(halves)), draws=0))
    for element, one in whole.items():
        assert split[element].use == pytest.approx(one.use)
        assert split[element].unknown == pytest.approx(one.unknown, abs=1e-12)
        for kind in ("direct", "ultimate"):
            assert shares(split[element], kind) == pytest.approx(shares(one, kind))


def _half(row: str) -> str:
    cells = row.split(",")
    return ",".join([*cells[:2], str(float(cells[2]) / 2), *cells[3:]])


def test_every_row_says_on_whom_it_stands(tmp_path: Path) -> None:
    text = (
        "material,quantity,unit,bought_from,supplier\nNdFeB-heavy,1,t,DEU,Acme\nNdFeB-heavy,1,t,,\n"
    )
    found = company(magnets(), written(tmp_path, text), draws=0)
    assert [(one.row, one.element, one.name) for one in found.lines] == [
        (2, "Nd", "Acme"), (2, "Dy", "Acme"), (3, "Nd", ""), (3, "Dy", ""),
    ]  # fmt: skip
    known, _, _, nowhere = found.lines
    assert [(one.country, round(one.share, 6)) for one in known.ultimate[:2]] == [
        ("CHN", 0.975), ("JPN", 0.25),
    ]  # fmt: skip
    assert (nowhere.source, nowhere.ultimate) == (None, ())


def test_bands_hold_the_share_and_come_from_what_is_not_sure(tmp_path: Path) -> None:
    found = of(company(magnets(), written(tmp_path, f"{HEAD}NdFeB-heavy,,1,t,,DEU\n"), draws=100))
    china = next(one for one in found["Dy"].ultimate if one.country == "CHN")
    assert china.band is not None
    assert china.band.p5 < china.share < china.band.p95
    sure = of(company(magnets(), written(tmp_path, f"{HEAD}NdFeB-heavy,,1,t,CHN,\n"), draws=100))
    (only,) = sure["Dy"].ultimate
    assert only.band is not None
    assert (only.band.p5, only.band.p95) == pytest.approx((1, 1), abs=1e-12)


def test_the_world_is_left_as_it_was(tmp_path: Path) -> None:
    world = magnets()
    before = exposure(world, "DEU", "Dy", draws=0)
    company(world, written(tmp_path, f"{HEAD}NdFeB-heavy,,900,t,JPN,\n"), draws=0)
    assert exposure(world, "DEU", "Dy", draws=0) == before


def test_a_file_without_its_columns_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="quantity, unit"):
        company(magnets(), written(tmp_path, "material,amount\nDy,1\n"), draws=0)
