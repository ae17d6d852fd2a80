from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Told = Callable[..., str]
    Document = Callable[..., dict[str, Any]]
    Rows = Callable[..., list[dict[str, str]]]

NAME = "magnet rare earths"
FOUR = {"Nd", "Pr", "Dy", "Tb"}


def test_the_map_of_a_sum_has_the_output_of_its_parts(document: Document) -> None:
    made = {
        name: {one["stage"]: one["output"] for one in document("map", name)["stages"]}
        for name in (NAME, *FOUR)
    }
    assert set(made[NAME]) >= {"mining", "refining", "metal", "magnet"}
    for stage, output in made[NAME].items():
        assert output == pytest.approx(sum(made[one][stage] for one in FOUR), rel=1e-3), stage


def test_who_stands_on_whom_for_a_sum(told: Told, rows: Rows, tmp_path: Path) -> None:
    (use,) = [row for row in rows("exposure", "DE", NAME, "--draws", "0") if row["kind"] == "use"]
    assert use["material"] == "REE_MAGNET"
    world = rows("exposure", "WORLD", NAME, "--stage", "magnet")
    assert {row["material"] for row in world} == {"REE_MAGNET"}
    assert {"DEU", "JPN", "USA"} <= {row["country"] for row in world}
    path = tmp_path / "a.svg"
    told("map", NAME, "--on", "CN", "--chart", path)
    assert NAME in path.read_text(encoding="utf-8")


def test_a_sum_is_not_among_all_materials(rows: Rows) -> None:
    assert "REE_MAGNET" not in {row["material"] for row in rows("exposure", "DE")}


def test_what_is_missing_of_a_sum_and_what_was_moved_is_told_by_element(
    rows: Rows,
) -> None:
    assert {"REE"} <= {row["material"] for row in rows("gaps", NAME)}
    moved = {row["element"] for row in rows("gaps", NAME, "--moved")}
    assert moved
    assert moved <= FOUR
