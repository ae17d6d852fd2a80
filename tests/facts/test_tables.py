from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.facts.tables import Tables

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def tables(tmp_path: Path) -> Tables:
    for folder, name in (("a", "mines"), ("b", "plants")):
        (tmp_path / folder).mkdir()
        text = f"id,t,source,confidence,note\n{name}/1,5,a report,reported,\n{name}/2,6,a report,memory,\n"
        (tmp_path / folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return Tables(tmp_path / "a", tmp_path / "b")


def test_tables_of_several_folders_stand_side_by_side(tables: Tables) -> None:
    assert tables.names == ("mines", "plants")
    assert [one.fields["t"] for one in tables.table("plants")] == ["5", "6"]
    assert tables.row(" mines/2 ").confidence == "memory"


@pytest.mark.parametrize("wrong", ["mines/3", "ores/1", ""])
def test_an_id_that_is_nowhere_is_refused_with_the_tables(tables: Tables, wrong: str) -> None:
    with pytest.raises(InputError, match="mines, plants"):
        tables.row(wrong)


def test_a_table_that_is_nowhere_is_refused_with_the_tables(tables: Tables) -> None:
    with pytest.raises(InputError, match="mines, plants"):
        tables.table("ores")
