"""UN Comtrade's JSON, CSV and bulk files: each record's fate, the same in all three."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from monazite.trade.reading.load import load
from support.publishers import comtrade
from support.publishers.loading import flows, loaded, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    Maker = Callable[[Iterable[dict[str, Any]]], bytes]

FORMS = {
    comtrade.JSON_NAME: comtrade.as_json,
    comtrade.CSV_NAME: comtrade.as_csv,
    comtrade.BULK_NAME: comtrade.as_bulk,
}
EXPORT = {"fobvalue": 5000.0, "primaryValue": 5000.0}
IMPORT = {"flowCode": "M", "flowDesc": "Import", "reporterCode": 276, "partnerCode": 156}
SHOWN = (
    "period", "reporter", "partner", "direction", "nomenclature", "code", "mass_kg", "mass_basis",
    "value_usd", "valuation",
)  # fmt: skip
FATES: list[tuple[dict[str, Any], tuple[str | None, ...] | str]] = [
    ({"netWgt": 1234567.5, **EXPORT},
     ("2023", "CHN", "JPN", "export", "HS22", "284690", "1234567.5", "reported", "5000", "FOB")),
    ({"netWgt": 45000.0, "isNetWgtEstimated": True, "partnerCode": 842, **EXPORT},
     ("2023", "CHN", "USA", "export", "HS22", "284690", "45000", "estimated", "5000", "FOB")),
    # A net weight of 0 is none; the quantity in kilograms speaks, and says that it is estimated.
    ({"netWgt": 0.0, "qtyUnitCode": 8, "qty": 8800.0, "isQtyEstimated": True, "partnerCode": 490,
      **EXPORT},
     ("2023", "CHN", "S19", "export", "HS22", "284690", "8800", "estimated", "5000", "FOB")),
    # Items are no mass.
    ({"qtyUnitCode": 5, "qty": 12.0, "partnerCode": 899, **EXPORT},
     ("2023", "CHN", "XNS", "export", "HS22", "284690", None, None, "5000", "FOB")),
    ({"qtyUnitCode": 5, "qty": 9.0, "altQtyUnitCode": 21, "altQty": 1.5, "partnerCode": 410,
      **EXPORT},
     ("2023", "CHN", "KOR", "export", "HS22", "284690", "1500", "reported", "5000", "FOB")),
    ({"qtyUnitCode": 13, "qty": 10.0, "partnerCode": 36, **EXPORT},
     ("2023", "CHN", "AUS", "export", "HS22", "284690", "0.002", "reported", "5000", "FOB")),
    ({"partnerCode": 0, **EXPORT}, "world_total"),
    ({"partnerCode": 97, **EXPORT}, "group_of_countries"),
    ({"reporterCode": 975, **EXPORT}, "group_of_countries"),
    ({"cmdCode": "2846", "aggrLevel": 4, "isLeaf": False, **EXPORT}, "heading"),
    ({"cmdCode": "28", "aggrLevel": 2, "isLeaf": False, **EXPORT}, "heading"),
    ({"cmdCode": "TOTAL", "aggrLevel": 0, "isLeaf": False, **EXPORT}, "heading"),
    ({"flowCode": "RX", "flowDesc": "Re-export", "partnerCode": 344, **EXPORT},
     ("2023", "CHN", "HKG", "re-export", "HS22", "284690", None, None, "5000", "FOB")),
    ({**IMPORT, "cifvalue": 900.0, "fobvalue": 850.0, "primaryValue": 900.0},
     ("2023", "DEU", "CHN", "import", "HS22", "284690", None, None, "900", "CIF")),
    # Canada values imports FOB; the record says so by leaving the other value empty.
    ({**IMPORT, "reporterCode": 124, "fobvalue": 700.25, "primaryValue": 700.25},
     ("2023", "CAN", "CHN", "import", "HS22", "284690", None, None, "700.25", "FOB")),
    ({**IMPORT, "flowCode": "RM", "reporterCode": 699, "cifvalue": 0.0, "primaryValue": 60.0},
     ("2023", "IND", "CHN", "re-import", "HS22", "284690", None, None, "60", "CIF")),
    ({"motCode": 2100, "motDesc": "Sea", **EXPORT}, "part_of_total"),
    ({"customsCode": "C03", **EXPORT}, "part_of_total"),
    ({"partner2Code": 344, **EXPORT}, "part_of_total"),
    ({"flowCode": "XIP", **EXPORT}, "part_of_total"),
    ({"typeCode": "S", "mosCode": "1", **EXPORT}, "services"),
    ({"classificationCode": "S4", "cmdCode": "52595", **EXPORT}, "other_classification"),
    ({"classificationCode": "H0", "classificationSearchCode": "HS", **EXPORT},
     ("2023", "CHN", "JPN", "export", "HS92", "284690", None, None, "5000", "FOB")),
    # What the reporter keeps confidential: the code is not told, or the partner is not.
    ({"cmdCode": "9999AA", **EXPORT}, "commodity_unspecified"),
    ({"cmdCode": "999999", **EXPORT},
     ("2023", "CHN", "JPN", "export", "HS22", "999999", None, None, "5000", "FOB")),
    ({"partnerCode": 839, **EXPORT},
     ("2023", "CHN", "XSC", "export", "HS22", "284690", None, None, "5000", "FOB")),
    # Numbers that are UN Comtrade's own: France with Monaco, and what is Monaco's in M49.
    ({"partnerCode": 251, **EXPORT},
     ("2023", "CHN", "FRA", "export", "HS22", "284690", None, None, "5000", "FOB")),
    ({"partnerCode": 492, **EXPORT},
     ("2023", "CHN", "XEU", "export", "HS22", "284690", None, None, "5000", "FOB")),
    ({"partnerCode": 757, "cmdCode": "010121", **EXPORT},
     ("2023", "CHN", "CHE", "export", "HS22", "010121", None, None, "5000", "FOB")),
    ({"freqCode": "M", "refPeriodId": 20230501, "refMonth": 5, "period": "202305", **EXPORT},
     ("2023-05", "CHN", "JPN", "export", "HS22", "284690", None, None, "5000", "FOB")),
]  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_each_record_becomes_its_flow_or_is_set_aside_with_its_reason(
    name: str, tmp_path: Path
) -> None:
    content = FORMS[name]([comtrade.record(**given) for given, _ in FATES])
    found = loaded(tmp_path, name, content)
    by_row: dict[int, object] = {row["row"]: said(row, *SHOWN) for row in found.flows}
    by_row |= dict(found.told())
    assert by_row == {n: fate for n, (_, fate) in enumerate(FATES, 1)}
    assert {one["status"] for one in found.side} == {"set_aside"}


@pytest.mark.parametrize("name", FORMS)
def test_rows_say_where_they_come_from(name: str, tmp_path: Path) -> None:
    found = loaded(tmp_path, name, FORMS[name]([comtrade.record(**EXPORT)]), vintage="2024-06")
    names = ("frequency", "source", "vintage", "basis", "currency", "value_reported", "file")
    assert said(found.flows[0], *names) == (
        "A", "comtrade", "2024-06", "reported", "USD", None, name,
    )  # fmt: skip


def test_the_name_of_a_bulk_file_says_its_day_of_release(tmp_path: Path) -> None:
    found = loaded(tmp_path, comtrade.BULK_NAME, comtrade.as_bulk([comtrade.record(**EXPORT)]))
    assert found.flows[0]["vintage"] == "2024-05-01"


def test_an_unpacked_bulk_file_is_read_too(tmp_path: Path) -> None:
    from gzip import decompress  # noqa: PLC0415

    text = decompress(comtrade.as_bulk([comtrade.record(**EXPORT)]))
    found = loaded(tmp_path, "COMTRADE-FINALCLASSIC-CM156202305H6[2024-05-01].txt", text)
    assert (found.report.accepted, found.flows[0]["vintage"]) == (1, "2024-05-01")


def test_the_public_preview_sends_numbers_and_no_words(tmp_path: Path) -> None:
    words = ("reporterISO", "reporterDesc", "flowDesc", "partnerISO", "partnerDesc", "cmdDesc")
    record = comtrade.record(**EXPORT, **dict.fromkeys(words), aggrLevel=None, isLeaf=None)
    found = loaded(tmp_path, comtrade.JSON_NAME, comtrade.as_json([record]))
    assert [said(row, "reporter", "partner") for row in found.flows] == [("CHN", "JPN")]


def test_an_amount_keeps_every_digit_that_the_api_writes(tmp_path: Path) -> None:
    answer = comtrade.as_json([comtrade.record(netWgt=1.5, **EXPORT)])
    answer = answer.replace(b'"primaryValue":5000.0', b'"primaryValue":90071992547.409931')
    answer = answer.replace(b'"fobvalue":5000.0', b'"fobvalue":null')
    found = loaded(tmp_path, comtrade.JSON_NAME, answer)
    assert str(found.flows[0]["value_usd"]) == "90071992547.409931"


def test_a_csv_that_pandas_saved_with_its_index_is_read_by_its_headers(tmp_path: Path) -> None:
    lines = comtrade.as_csv([comtrade.record(**EXPORT)]).decode().splitlines()
    text = f",{lines[0]}\n0,{lines[1].removesuffix(',')}\n"
    found = loaded(tmp_path, comtrade.CSV_NAME, text.encode())
    assert [said(row, "reporter", "code", "value_usd") for row in found.flows] == [
        ("CHN", "284690", "5000")
    ]


def test_words_in_latin_1_do_not_stop_a_csv_of_the_site(tmp_path: Path) -> None:
    record = comtrade.record(**EXPORT, partnerCode=384) | {"partnerDesc": "Côte d'Ivoire"}
    text = comtrade.as_csv([record]).decode().encode("latin-1")
    found = loaded(tmp_path, comtrade.CSV_NAME, text)
    assert found.flows[0]["partner"] == "CIV"


def test_two_numbers_of_one_place_add_up(tmp_path: Path) -> None:
    """Both Sudans of 2011, the former (736) and the present one (729), are SDN in ISO 3166."""
    both = [comtrade.record(partnerCode=code, period="2011", classificationCode="H3", **EXPORT)
            for code in (729, 736)]  # fmt: skip
    found = loaded(tmp_path, comtrade.JSON_NAME, comtrade.as_json(both))
    assert [said(row, "partner", "value_usd") for row in found.flows] == [("SDN", "5000")] * 2


@pytest.mark.parametrize("name", FORMS)
def test_as_comtrade_means_all_of_its_forms(name: str, tmp_path: Path) -> None:
    found = loaded(tmp_path, name, FORMS[name]([comtrade.record(**EXPORT)]), kind="comtrade")
    assert found.report.accepted == 1


def test_a_folder_of_all_forms_is_read_as_a_whole(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    for partner, (name, make) in zip((392, 410, 842), FORMS.items(), strict=True):
        (folder / name).write_bytes(make([comtrade.record(partnerCode=partner, **EXPORT)]))
    report = load(folder, tmp_path / "store", vintage="2024-06")
    assert (report.accepted, report.skipped) == (3, ())
    assert {row["partner"] for row in flows(tmp_path / "store")} == {"JPN", "KOR", "USA"}
