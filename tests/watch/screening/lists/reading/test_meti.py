from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.facts.workbooks import Sheet, workbook
from monazite.watch.screening.entity import Name
from support.watch_lists import read

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

JAPANESE = ("No.", "国名、地域名\nCountry or Region", "企業名、組織名\nCompany or Organization",
            "別名\nAlso Known As", "懸念区分\nType of WMD", "通常兵器\nConventional Weapons")  # fmt: skip
ENGLISH = ("No.", "Country or Region", "Company or Organization", "Also Known As", "Type of WMD")
ROWS = (
    ("1", "アフガニスタン\nIslamic Republic of Afghanistan", "Kandara Group",
     "・Kandara\n・Kandara Trading", "生物、化学\nB,C", ""),
    ("2", "中国\nPeople's Republic of China", "Made-up Materials Institute",
     "虚构材料研究所", "ミサイル、核\nM,N", "○"),
)  # fmt: skip


def book(folder: Path, head: Sequence[str], above: int = 1) -> Path:
    """The list with some rows above the head, behind a sheet that is none."""
    width = len(head)
    rows = [*[("外国ユーザーリスト", *[""] * (width - 1))] * above, head,
            *(row[:width] for row in ROWS), [""] * width]  # fmt: skip
    data = workbook([Sheet("お知らせ", ["x"], [["y"]]), Sheet("リスト", [""] * width, rows)])
    path = folder / "list.xlsx"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(("head", "above"), [(JAPANESE, 1), (ENGLISH, 0), (JAPANESE, 4)])
def test_the_head_is_found_in_either_language(
    tmp_path: Path, head: Sequence[str], above: int
) -> None:
    first, second = read("meti", book(tmp_path, head, above))
    assert first.names == (
        Name("Kandara Group"), Name("Kandara", "alias"), Name("Kandara Trading", "alias"),
    )  # fmt: skip
    assert (first.countries, first.programmes) == (("AF",), ("B", "C"))
    assert second.names[1] == Name("虚构材料研究所", "alias")
    assert second.countries == ("CN",)
    assert second.programmes == (("M", "N", "CW") if len(head) > len(ENGLISH) else ("M", "N"))
    assert first.id != second.id


def test_heads_that_changed_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="a row of heads"):
        read("meti", book(tmp_path, ("No.", "Nation", "Firm", "Names", "Kind")))


def test_a_workbook_cut_in_half_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path, JAPANESE)
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(InputError, match="cut short"):
        read("meti", path)
