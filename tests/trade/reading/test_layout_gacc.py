"""China Customs' query page: each row's fate, in Chinese and English, with and without details."""

from __future__ import annotations

import csv
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from monazite.catalogue.countries import countries
from monazite.trade.packaged.rates import usd_per
from monazite.trade.reading.places import LISTS
from support.publishers import gacc
from support.publishers.loading import check_fate, loaded, said

if TYPE_CHECKING:
    from pathlib import Path

SHOWN = ("period", "partner", "nomenclature", "code", "mass_kg", "value_usd")
FATES: list[tuple[dict[str, str], tuple[str | None, ...] | str]] = [
    ({"第一数量": "1,234", "美元": "56,789"},
     ("2025-05", "JPN", "CN-HS2025", "28469019", "1234", "56789")),
    ({"贸易伙伴编码": "143", "贸易伙伴名称": "中国台湾", "第一数量": "20", "美元": "900"},
     ("2025-05", "TWN", "CN-HS2025", "28469019", "20", "900")),
    ({"贸易伙伴编码": "133", "第一计量单位": "克", "第一数量": "500", "美元": "900"},
     ("2025-05", "KOR", "CN-HS2025", "28469019", "0.5", "900")),
    # Magnets are counted in kilograms, machines in pieces with kilograms beside.
    ({"商品编码": "84862039", "第一数量": "3", "第一计量单位": "台", "第二数量": "4,500",
      "第二计量单位": "千克", "美元": "1,000,000"},
     ("2025-05", "JPN", "CN-HS2025", "84862039", "4500", "1000000")),
    ({"商品编码": "85411000", "第一数量": "3", "第一计量单位": "个", "美元": "7"},
     ("2025-05", "JPN", "CN-HS2025", "85411000", None, "7")),
    # Less than half a kilogram; not known in three ways.
    ({"贸易伙伴编码": "110", "第一数量": "0", "美元": "25"},
     ("2025-05", "HKG", "CN-HS2025", "28469019", None, "25")),
    ({"贸易伙伴编码": "304", "第一数量": "-", "美元": "25"},
     ("2025-05", "DEU", "CN-HS2025", "28469019", None, "25")),
    ({"贸易伙伴编码": "305", "第一数量": "?", "美元": "25"},
     ("2025-05", "FRA", "CN-HS2025", "28469019", None, "25")),
    ({"贸易伙伴编码": "306", "第一数量": gacc.UNKNOWN, "美元": "25"},
     ("2025-05", "IRL", "CN-HS2025", "28469019", None, "25")),
    ({"贸易伙伴编码": "701", "贸易伙伴名称": "国(地)别不详", "第一数量": "1", "美元": "2"},
     ("2025-05", "XNS", "CN-HS2025", "28469019", "1", "2")),
    # The Canaries and Spain are two partners of the customs and one place: they add up.
    ({"贸易伙伴编码": "312", "第一数量": "1", "美元": "2"},
     ("2025-05", "ESP", "CN-HS2025", "28469019", "1", "2")),
    ({"贸易伙伴编码": "207", "第一数量": "3", "美元": "4"},
     ("2025-05", "ESP", "CN-HS2025", "28469019", "3", "4")),
    # China's own goods that come back.
    ({"贸易伙伴编码": "142", "第一数量": "1", "美元": "2"},
     ("2025-05", "CHN", "CN-HS2025", "28469019", "1", "2")),
    ({"数据年月": "202501-202502", "第一数量": "1", "美元": "2"},
     ("2025-01/02", "JPN", "CN-HS2025", "28469019", "1", "2")),
    ({"数据年月": "202112", "商品编码": "284690", "第一数量": "1", "美元": "2"},
     ("2021-12", "JPN", "HS17", "284690", "1", "2")),
    ({"商品编码": "284690", "第一数量": "1", "美元": "2"},
     ("2025-05", "JPN", "HS22", "284690", "1", "2")),
    ({"商品编码": "2846901930", "第一数量": "1", "美元": "2"},
     ("2025-05", "JPN", "CN-HS2025", "2846901930", "1", "2")),
    ({"商品编码": "2846", "第一数量": "1", "美元": "2"}, "heading"),
    ({"商品编码": "28", "第一数量": "1", "美元": "2"}, "heading"),
]  # fmt: skip


def test_each_row_becomes_its_flow_or_is_set_aside_with_its_reason(tmp_path: Path) -> None:
    found = loaded(tmp_path, gacc.NAME, gacc.as_csv([gacc.row(**given) for given, _ in FATES]))
    by_row: dict[int, object] = {row["row"]: said(row, *SHOWN) for row in found.flows}
    by_row |= dict(found.told())
    assert by_row == {n: fate for n, (_, fate) in enumerate(FATES, 1)}


def test_rows_say_where_they_come_from(tmp_path: Path) -> None:
    found = loaded(tmp_path, gacc.NAME, gacc.as_csv([gacc.row(第一数量="1", 美元="2")]))
    names = ("frequency", "reporter", "direction", "valuation", "mass_basis", "basis", "source")
    assert said(found.flows[0], *names) == (
        "M", "CHN", "export", "FOB", "reported", "reported", "gacc",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "given", "direction", "valuation"),
    [
        ("出口2025年5月.csv", {}, "export", "FOB"),
        ("import-2025-44_p1-10.csv", {}, "import", "CIF"),
        ("downloadData.csv", {"direction": "import"}, "import", "CIF"),
        ("downloadData.csv", {"direction": "export"}, "export", "FOB"),
    ],
)
def test_the_direction_is_in_the_name_of_the_file_or_said_by_the_caller(
    name: str, given: dict[str, str], direction: str, valuation: str, tmp_path: Path
) -> None:
    content = gacc.as_csv([gacc.row(第一数量="1", 美元="2")])
    found = loaded(tmp_path, name, content, given=given)
    assert said(found.flows[0], "direction", "valuation") == (direction, valuation)


def test_trade_modes_and_provinces_are_kept_row_by_row_and_add_up(tmp_path: Path) -> None:
    rows = [
        gacc.row(第一数量="1,000", 人民币="70,000"),
        gacc.row(第一数量="200", 人民币="14,000", 贸易方式编码="14", 贸易方式名称="来料加工贸易"),
        gacc.row(第一数量="30", 人民币="2,100", 注册地编码="44", 注册地名称="广东省"),
    ]
    found = loaded(tmp_path, gacc.NAME, gacc.as_csv(rows, gacc.DETAILED))
    assert found.told() == []
    assert sum(row["mass_kg"] for row in found.flows) == 1230
    assert {said(row, "partner", "code") for row in found.flows} == {("JPN", "28469019")}


def test_renminbi_is_kept_and_told_in_dollars_at_the_average_rate_of_the_month(
    tmp_path: Path,
) -> None:
    content = gacc.as_csv([gacc.row(第一数量="1", 人民币="70,000")], gacc.DETAILED)
    row = loaded(tmp_path, gacc.NAME, content).flows[0]
    assert said(row, "currency", "value_reported") == ("CNY", "70000")
    rate = usd_per("CNY", "2025-05")
    assert rate is not None
    assert row["value_usd"] == (70000 * rate).quantize(Decimal("0.000001"))
    assert 9_000 < row["value_usd"] < 11_000


def test_a_file_with_both_currencies_speaks_in_dollars(tmp_path: Path) -> None:
    columns = (*gacc.COLUMNS, "人民币")
    content = gacc.as_csv([gacc.row(第一数量="1", 美元="10", 人民币="72")], columns)
    row = loaded(tmp_path, gacc.NAME, content).flows[0]
    assert said(row, "currency", "value_usd", "value_reported") == ("USD", "10", None)


ROWS = [
    gacc.row(第一数量="1,234", 美元="56,789"),
    gacc.row(贸易伙伴编码="502", 贸易伙伴名称="美国", 第一数量="300", 美元="12,000"),
]
PLAIN = gacc.as_csv(ROWS)
SAME = {
    "GB18030": PLAIN,
    "tabs around the cells of older files": gacc.as_csv(ROWS, around="\t"),
    "the English page": gacc.as_csv(
        [{**row, "第一计量单位": "Kilogram", "贸易伙伴名称": "?"} for row in ROWS],
        header=gacc.ENGLISH,
    ),
    "another spelling of the English page": gacc.as_csv(
        [{**row, "第一计量单位": "Kilogram"} for row in ROWS],
        header=[name.replace("Supplimentary", "Supplementary") for name in gacc.ENGLISH],
    ),
    "columns in the order of another query": gacc.as_csv(ROWS, gacc.COLUMNS[3:] + gacc.COLUMNS[:3]),
    "saved again as UTF-8": PLAIN.decode("gb18030").encode("utf-8-sig"),
    "saved again without the last comma": PLAIN.replace(b",\r\n", b"\r\n"),
    "the last comma in the rows alone": PLAIN.replace(b",\r\n", b"\r\n", 1),
    "names of partners alone": PLAIN.replace("贸易伙伴编码".encode("gb18030"), b"-"),
}


@pytest.mark.parametrize("name", SAME)
def test_the_page_writes_the_same_table_in_many_ways(name: str, tmp_path: Path) -> None:
    if name.startswith("the English") or "English" in name:
        assert b"Trading partner" in SAME[name]
    found = loaded(tmp_path, gacc.NAME, SAME[name])
    assert [said(row, "period", "partner", "mass_kg", "value_usd") for row in found.flows] == [
        ("2025-05", "JPN", "1234", "56789"),
        ("2025-05", "USA", "300", "12000"),
    ]


@pytest.mark.parametrize("name", ["gacc-partners", "comtrade-areas"])
def test_every_code_of_a_packaged_list_stands_once_and_is_a_place_of_the_catalogue(
    name: str,
) -> None:
    known = {each.iso3 for each in countries().values()}
    with (LISTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["iso3"] for row in rows} <= known
    assert len({row["code"] for row in rows}) == len(rows)


def test_the_customs_know_243_partners_and_five_numbers_of_before() -> None:
    with (LISTS / "gacc-partners.csv").open(encoding="utf-8", newline="") as file:
        numbers = [row["code"] for row in csv.DictReader(file) if row["code"].isdecimal()]
    assert len(numbers) == 243 + 5


BROKEN_ROWS = [*ROWS, gacc.row(贸易伙伴编码="133", 贸易伙伴名称="韩国", 第一数量="20", 美元="900")]
TABLE = gacc.as_csv(BROKEN_ROWS).decode("gb18030")
LINES = TABLE.split("\r\n")


def _second(**cells: str) -> bytes:
    """The table whose second row has other cells."""
    return gacc.as_csv([BROKEN_ROWS[0], {**BROKEN_ROWS[1], **cells}, BROKEN_ROWS[2]])


def _without_month() -> bytes:
    """The file of a query that was not by month."""
    return gacc.as_csv(BROKEN_ROWS, gacc.COLUMNS[1:])


BROKEN: dict[str, tuple[bytes, str | list[tuple[int, str]]]] = {
    "semicolons": (TABLE.replace('","', '";"').encode("gb18030"), "数据年月;.* see its delimiter"),
    "UTF-16": (TABLE.encode("utf-16"), "no text that their encodings read"),
    "letters taken for Latin-1": (
        TABLE.encode("gb18030").decode("latin-1").encode(), "no layout has any of them",
    ),
    "cut in the middle of a letter": (
        TABLE.encode("gb18030")[: TABLE.encode("gb18030").rindex("韩".encode("gb18030")) + 1],
        "text in utf-8-sig or gb18030",
    ),
    "a run of zero bytes": (TABLE.encode("gb18030")[:200] + bytes(2000), "this one is binary"),
    "a header in traditional letters": (
        TABLE.replace("商品编码", "商品編碼").encode("gb18030"),
        "for gacc it lacks 商品编码 or Commodity code",
    ),
    "a query that was not by month": (
        _without_month(), "for gacc it lacks 数据年月 or 月份 or Date of data",
    ),
    "no partner": (
        TABLE.replace("贸易伙伴", "伙伴").encode("gb18030"), "for gacc it lacks 贸易伙伴编码",
    ),
    "no quantity": (TABLE.replace("第一", "").encode("gb18030"), "for gacc it lacks 第一数量"),
    "the header alone": (f"{LINES[0]}\r\n".encode("gb18030"), "below its header this one holds none"),
    "the page is busy": (
        "<html><body>当前服务请求较多，请稍后重试</body></html>".encode("gb18030"), "请稍后重试",
    ),
    "a workbook that is none": (b"PK\x03\x04" + bytes(60), "a whole zip file"),
    "empty": (b"", "this one is empty"),
    "cut short": (TABLE[:-31].encode("gb18030"), [(3, "wrong_number_of_fields")]),
    "a cell lost": (
        TABLE.replace('"502",', "").encode("gb18030"), [(2, "wrong_number_of_fields")],
    ),
    "thousands without quotes": (
        TABLE.replace('"12,000"', "12,000").encode("gb18030"), [(2, "wrong_number_of_fields")],
    ),
    "thirteenth month": (_second(数据年月="202513"), [(2, "unknown_period")]),
    "a sum of five months": (_second(数据年月="202501-202505"), [(2, "unknown_period")]),
    "unknown partner": (_second(贸易伙伴编码="158"), [(2, "unknown_country")]),
    "partner not told": (_second(贸易伙伴编码=""), [(2, "unknown_country")]),
    "code as Excel saves it": (
        _second(商品编码="2.85E+07"), [(2, "bad_code"), (2, "unknown_nomenclature")],
    ),
    "code that lost its zero": (
        _second(商品编码="1012100"), [(2, "bad_code"), (2, "unknown_nomenclature")],
    ),
    "a line of totals": (
        _second(商品编码="合计"), [(2, "bad_code"), (2, "unknown_nomenclature")],
    ),
    "quantity is negative": (_second(第一数量="-20"), [(2, "negative_mass")]),
    "quantity is absurd": (_second(第一数量="9,000,000,000,000"), [(2, "absurd_mass")]),
    "quantity in words": (_second(第一数量="二十"), [(2, "not_a_number")]),
    "thousands in the wrong place": (_second(第一数量="1,23"), [(2, "not_a_number")]),
    "value with its unit": (_second(美元="900美元"), [(2, "not_a_number")]),
    "value is negative": (_second(美元="-900"), [(2, "negative_value")]),
    "value is absurd": (_second(美元="9,000,000,000,000"), [(2, "absurd_value")]),
    "neither mass nor value": (_second(美元="?", 第一数量="?"), [(2, "no_amount")]),
    "the same row twice": (gacc.as_csv([*BROKEN_ROWS, ROWS[0]]), [(4, "duplicate_row")]),
    "two rows that contradict": (
        gacc.as_csv([*BROKEN_ROWS, {**ROWS[0], "第一数量": "1"}]),
        [(1, "conflicting_duplicate"), (4, "conflicting_duplicate")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_of_the_page(name: str, tmp_path: Path) -> None:
    content, fate = BROKEN[name]
    check_fate(tmp_path, gacc.NAME, content, fate, 3)


def test_a_file_that_says_no_direction_asks_for_it(tmp_path: Path) -> None:
    check_fate(tmp_path, "downloadData.csv", TABLE.encode("gb18030"), "say it with --direction", 3)


def test_a_direction_that_is_none_is_refused(tmp_path: Path) -> None:
    given = {"direction": "out"}
    content = TABLE.encode("gb18030")
    check_fate(tmp_path, "downloadData.csv", content, "'out' cannot be used", 3, given=given)
