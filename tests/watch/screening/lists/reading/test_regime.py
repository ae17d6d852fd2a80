from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import monazite
from monazite.errors import InputError
from support.watch_lists import read, written

HEAD = "list,entity_name,name_zh,country,listed_from,last_day,paused_from,paused_until,source\n"
PARTIES = Path(monazite.__file__).parent / "regimes" / "CN" / "parties.csv"


def test_the_packaged_lists_are_read_whole() -> None:
    found = read("regime", PARTIES)
    assert len(found) == len(PARTIES.read_text(encoding="utf-8").splitlines()) - 1
    assert len({one.id for one in found}) == len(found)
    assert all(one.source and one.countries for one in found)


def test_a_party_listed_twice_is_two_entries_and_ids_stay(tmp_path: Path) -> None:
    row = (
        "control_list,Amblecote Ltd,安布尔科特有限公司,GB,{0},{1},2025-11-10,2026-11-10,https://x\n"
    )
    text = HEAD + row.format("2024-01-02", "2024-06-30") + row.format("2025-03-04", "")
    first, second = read("regime", written(tmp_path, "own.csv", text))
    assert first.id != second.id
    assert (first.listed_until, second.listed_until) == (date(2024, 6, 30), None)
    assert (second.paused_from, second.paused_until) == (date(2025, 11, 10), date(2026, 11, 10))
    assert [name.text for name in first.names] == ["Amblecote Ltd", "安布尔科特有限公司"]


def test_other_columns_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="the columns name_zh"):
        read("regime", written(tmp_path, "own.csv", HEAD.replace("name_zh", "zh") + "a,b,c,d\n"))


@pytest.mark.parametrize("day", ["2025-13-45", "22/06/2099", "2025"])
@pytest.mark.parametrize("column", ["listed_from", "last_day", "paused_from", "paused_until"])
def test_a_day_that_is_none_is_refused_with_its_row(tmp_path: Path, column: str, day: str) -> None:
    heads = HEAD.strip().split(",")
    rows = [["control_list", f"Alder {number}", "", "GB", "2024-01-02", *[""] * 3, "https://x"]
            for number in (1, 2)]  # fmt: skip
    rows[1][heads.index(column)] = day
    text = HEAD + "".join(",".join(row) + "\n" for row in rows)
    with pytest.raises(InputError, match=f"in column {column}; row 2 has '{day}'"):
        read("regime", written(tmp_path, "own.csv", text))
