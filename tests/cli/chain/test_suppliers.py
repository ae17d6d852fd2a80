from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Told = Callable[..., str]
    Document = Callable[..., dict[str, Any]]
    Rows = Callable[..., list[dict[str, str]]]


def test_stages_and_suppliers_stand_in_two_tables(told: Told) -> None:
    lines = told("suppliers", "磁材稀土").splitlines()
    assert "magnet rare earths" in lines[0]
    magnet = next(line for line in lines if line.startswith("Magnet"))
    assert "China" in magnet
    assert magnet.split()[-1] == "2.5"
    assert any(line.startswith("China") and "Separation and refining 91%" in line for line in lines)
    assert any(
        line.startswith("中国") for line in told("suppliers", "Ga", "--lang", "zh").splitlines()
    )


def test_a_row_for_each_supplier_and_stage(rows: Rows, document: Document) -> None:
    found = rows("suppliers", "Ga")
    whole = document("suppliers", "Ga")
    for stage in whole["stages"]:
        made = [float(row["made_t"]) for row in found if row["stage"] == stage["stage"]]
        assert sum(made) <= stage["output"] * (1 + 1e-9)
        largest = next(
            row for row in found
            if (row["stage"], row["supplier"]) == (stage["stage"], stage["largest"])
        )  # fmt: skip
        assert float(largest["left_t"]) == pytest.approx(stage["left"])
        assert float(largest["coverage"]) == pytest.approx(stage["coverage"])
    assert all(row["rows"] for row in found)
    ranked = [one["index"] for one in whole["suppliers"]]
    assert ranked == sorted(ranked, reverse=True)


def test_the_chart_is_a_ladder(told: Told, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    told("suppliers", "REE_MAGNET", "--chart", path)
    assert "magnet rare earths" in path.read_text(encoding="utf-8")


def test_a_network_of_ones_own_without_years_has_no_index(
    document: Document, own: tuple[str, ...]
) -> None:
    found = document("suppliers", "Dy", *own)
    assert [one["largest"] for one in found["stages"]] == ["AUS", "MYS"]
    assert {one["index"] for one in found["suppliers"]} == {0}


def test_an_alloy_has_no_network_of_its_own(refused: Callable[..., dict[str, str]]) -> None:
    assert refused("suppliers", "NdFeB-heavy")["field"] == "material"
