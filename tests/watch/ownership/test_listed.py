from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.watch.ownership.listed import listed

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 1)


def test_ids_stand_between_commas_or_semicolons() -> None:
    assert listed("A, B,A", DAY) == ("A", "B")
    assert listed("Acme Co., Ltd; B", DAY) == ("Acme Co., Ltd", "B")


def test_a_file_of_lines_and_a_table_with_days(tmp_path: Path) -> None:
    lines = tmp_path / "listed.txt"
    lines.write_text("A\n\n 某公司 \n", encoding="gb18030")
    assert listed(str(lines), DAY) == ("A", "某公司")
    table = tmp_path / "listed.csv"
    table.write_text(
        "id,listed_from,listed_until,note\nA,,,x\nB,2026-11-02,,x\nC,,2026-10-31,x\n"
        "D,2026-11-01,2026-11-01,x\n",
        encoding="utf-8-sig",
    )
    assert listed(str(table), DAY) == ("A", "D")


@pytest.mark.parametrize(
    ("text", "said"),
    [("id,listed_from\nA,soon\n", "row 1, listed_from: soon"), ("name\nA\n", "column 'id'")],
)
def test_a_table_that_is_no_list_is_refused_with_its_place(
    tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "listed.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="listed") as error:
        listed(str(path), DAY)
    assert said in str(error.value)


def test_nobody_is_refused(tmp_path: Path) -> None:
    past = tmp_path / "past.csv"
    past.write_text("id,listed_until\nA,2020-01-01\n", encoding="utf-8")
    for text in (" , ", str(past)):
        with pytest.raises(InputError, match="listed"):
            listed(text, DAY)
