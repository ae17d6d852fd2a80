from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.watch.screening.entity import Identifier, Name
from support.watch_lists import read, written

if TYPE_CHECKING:
    from pathlib import Path

TABLE = """\
编号;企业名称;英文名称;曾用名;类别;国别;代码;列入日期;备注
A1;测试磁材有限公司;Test Magnetics Co., Ltd. | TMC;;企业;CN;91150200MA0TEST00X;15.01.2025;观察
A1;测试磁性材料公司;;旧名公司;企业;CN;;15.01.2025;
A2;李某某;Li Moumou;;个人;CN;;;
"""
MAPPING = """\
id: 编号
name: 企业名称
aliases: {column: 英文名称, separator: "|"}
former_names: 曾用名
kind: {column: 类别, values: {企业: company, 个人: person}}
countries: 国别
identifiers: {uscc: {column: 代码, country: 国别}}
listed_from: {column: 列入日期, format: "%d.%m.%Y"}
note: 备注
"""


def test_rows_of_one_id_are_one_entry(tmp_path: Path) -> None:
    mapping = written(tmp_path, "m.yaml", MAPPING)
    person, company = read("csv", written(tmp_path, "t.csv", TABLE), mapping=mapping)
    assert (company.id, company.kind, company.countries) == ("A1", "company", ("CN",))
    assert company.names == (
        Name("测试磁材有限公司"), Name("Test Magnetics Co., Ltd.", "alias"), Name("TMC", "alias"),
        Name("测试磁性材料公司", "alias"), Name("旧名公司", "former"),
    )  # fmt: skip
    assert company.identifiers == (Identifier("uscc", "91150200MA0TEST00X", "CN"),)
    assert company.listed_from == date(2025, 1, 15)
    assert (person.kind, person.listed_from) == ("person", None)


def test_a_table_without_ids_gets_them_from_names(tmp_path: Path) -> None:
    text = "Firm,Also\nAlder Ores,Alder\nBirch Ores,\nAlder Ores,Alder Ltd\n"
    mapping = written(tmp_path, "m.yaml", "name: Firm\naliases: Also\nkind: company\n")
    found = read("csv", written(tmp_path, "t.csv", text), mapping=mapping)
    assert [len(one.names) for one in found] == [1, 3]
    assert all(one.kind == "company" for one in found)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marks_before_the_head_do_no_harm(tmp_path: Path, encoding: str) -> None:
    mapping = written(tmp_path, "m.yaml", MAPPING)
    table = written(tmp_path, "t.csv", TABLE.replace("\n", "\r\n"), encoding)
    assert len(read("csv", table, mapping=mapping)) == 2


@pytest.mark.parametrize(
    ("mapping", "value"),
    [
        ("id: 编号\n", "m.yaml"),
        ("name: 企业名称\nnick: x\n", "nick"),
        ("name: 企业名称\nkind: firm\n", "firm"),
        ("name: [企业名称\n", "m.yaml"),
        ("- name\n", "m.yaml"),
        ("name: {col: 企业名称}\n", "name"),
        ("name: 企业名称\nlisted_from: {column: 列入日期, form: x}\n", "listed_from"),
        ("name: 企业名称\nidentifiers: 代码\n", "identifiers"),
        ("name: 企业名称\nid: 7\n", "id"),
    ],
)
def test_a_mapping_that_cannot_be_used_names_the_key(
    tmp_path: Path, mapping: str, value: str
) -> None:
    table, its = written(tmp_path, "t.csv", TABLE), written(tmp_path, "m.yaml", mapping)
    with pytest.raises(InputError) as caught:
        read("csv", table, mapping=its)
    assert caught.value.field == "mapping"
    assert value in caught.value.value


def test_a_table_that_uses_our_words_needs_no_mapping(tmp_path: Path) -> None:
    text = (
        "ID,Name,aliases,kind,countries,lei,listed_from,other\n"
        "7,Alder Ores,Alder; AO,Organization,GB; CN,5493001KJTIIGC8Y1R12,2025-01-02,x\n"
        "8,Birch,,,,,,\n"
    )
    alder, birch = read("csv", written(tmp_path, "t.csv", text))
    assert [name.text for name in alder.names] == ["Alder Ores", "Alder", "AO"]
    assert (alder.id, alder.kind, alder.countries) == ("7", "company", ("GB", "CN"))
    assert alder.identifiers == (Identifier("lei", "5493001KJTIIGC8Y1R12"),)
    assert alder.listed_from == date(2025, 1, 2)
    assert (birch.kind, birch.identifiers) == ("other", ())


def test_no_mapping_says_how_to_give_one(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="--mapping FILE"):
        read("csv", written(tmp_path, "t.csv", TABLE))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("企业名称;英文", "名称;英文"), "the columns 企业名称"),
        (("15.01.2025;观察", "2025/01/15;观察"), r"row 1 has '2025/01/15'"),
        (("A2;李某某;Li Moumou;;个人;CN;;;", "A2;李某某;Li Mo"), "row 3 has 3"),
        (("A2;李某某", ";李某某"), "row 3 has none"),
        (("编号;企业名称", "编号;编号;企业名称"), "编号 is twice"),
    ],
)
def test_tables_that_changed_are_refused(
    tmp_path: Path, change: tuple[str, str], told: str
) -> None:
    mapping = written(tmp_path, "m.yaml", MAPPING)
    with pytest.raises(InputError, match=told) as caught:
        read("csv", written(tmp_path, "t.csv", TABLE.replace(*change)), mapping=mapping)
    assert caught.value.field == "list"
