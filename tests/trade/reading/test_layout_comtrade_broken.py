"""UN Comtrade's files as they come when something went wrong: what each of them comes to."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

import pytest

from support.publishers import comtrade
from support.publishers.loading import check_fate

if TYPE_CHECKING:
    from pathlib import Path

    from support.publishers.loading import Fate

AMOUNTS = {"fobvalue": 5000.0, "primaryValue": 5000.0, "netWgt": 10.0}
RECORDS = [comtrade.record(partnerCode=code, **AMOUNTS) for code in (392, 842, 410)]


def _second(**said: object) -> list[dict[str, Any]]:
    """The three records, the second of which says something else."""
    return [RECORDS[0], {**RECORDS[1], **said}, RECORDS[2]]


ANSWER = comtrade.as_json(RECORDS)
JSON: dict[str, tuple[bytes, Fate]] = {
    "cut short": (ANSWER[:-300], "a whole JSON document"),
    "cut short in its gzip": (gzip.compress(ANSWER)[:-20], "breaks off"),
    "no key": (
        b'{"statusCode":401,"message":"Access denied due to missing subscription key."}',
        "Access denied due to missing subscription key",
    ),
    "no calls left": (
        b'{"statusCode":403,"message":"Out of call volume quota."}', "Out of call volume quota",
    ),
    "nothing found": (comtrade.as_json([]), "the query found nothing"),
    "no list": (b'{"elapsedTime":"0.1 secs","count":0,"data":null,"error":""}', '"data":null'),
    "the API before 2023": (
        b'{"validation":{},"dataset":[{"pfCode":"H4","period":2015,"rtCode":156,"TradeValue":5}]}',
        "for comtrade-json it lacks .*primaryValue",
    ),
    "two answers in one file": (ANSWER + ANSWER, "a whole JSON document .*Extra data"),
    "a record on each line": (
        b"\n".join(json.dumps(one).encode() for one in RECORDS), "a whole JSON document",
    ),
    "a record is null": (ANSWER.replace(b'}],"error"', b'},null],"error"'), "a list of records"),
    "a page of the server": (b"<html>502 Bad Gateway</html>", "502 Bad Gateway"),
    "empty": (b"", "this one is empty"),
    "UTF-16": (ANSWER.decode().encode("utf-16"), "no text that their encodings read"),
    "Latin-1": (ANSWER.replace(b"Japan", b"Jap\xe9n"), "a whole JSON document .*utf-8"),
    "no value": (ANSWER.replace(b"primaryValue", b"value"), "comtrade-json it lacks primaryValue"),
    "no weight": (ANSWER.replace(b'"netWgt"', b'"weight"'), "comtrade-json it lacks netWgt"),
    "weight is a word": (comtrade.as_json(_second(netWgt="ten")), [(2, "not_a_number")]),
    "weight is NaN": (ANSWER.replace(b"10.0", b"NaN", 1), [(1, "not_a_number")]),
    "weight is negative": (comtrade.as_json(_second(netWgt=-10.0)), [(2, "negative_mass")]),
    "weight is absurd": (comtrade.as_json(_second(netWgt=1e15)), [(2, "absurd_mass")]),
    "value is negative": (
        comtrade.as_json(_second(fobvalue=-1.0)), [(2, "negative_value")],
    ),
    "value with commas": (
        comtrade.as_json(_second(fobvalue=None, primaryValue="5,000")), [(2, "not_a_number")],
    ),
    "unknown reporter": (comtrade.as_json(_second(reporterCode=999)), [(2, "unknown_country")]),
    "no partner": (comtrade.as_json(_second(partnerCode=None)), [(2, "unknown_country")]),
    "ISO3 of no place": (comtrade.as_json(_second(partnerCode="QQQ")), [(2, "unknown_country")]),
    "flow of the old API": (comtrade.as_json(_second(flowCode=2)), [(2, "unknown_direction")]),
    "HS without its edition": (
        comtrade.as_json(_second(classificationCode="HS")), [(2, "unknown_nomenclature")],
    ),
    "HS 2022 in 2017": (
        comtrade.as_json(_second(period="2017")), [(2, "year_outside_nomenclature")],
    ),
    "thirteenth month": (comtrade.as_json(_second(period="202313")), [(2, "unknown_period")]),
    "code that lost its zero": (comtrade.as_json(_second(cmdCode=10121)), [(2, "bad_code")]),
    "the same record twice": (comtrade.as_json([*RECORDS, RECORDS[0]]), [(4, "duplicate_row")]),
    "two records that contradict": (
        comtrade.as_json([*RECORDS, {**RECORDS[0], "netWgt": 11.0}]),
        [(1, "conflicting_duplicate"), (4, "conflicting_duplicate")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", JSON)
def test_a_broken_answer_of_the_api(name: str, tmp_path: Path) -> None:
    content, fate = JSON[name]
    check_fate(tmp_path, comtrade.JSON_NAME, content, fate, 3)


TABLE = comtrade.as_csv(RECORDS)
HEADER, *LINES = TABLE.splitlines(keepends=True)


def _line(before: bytes, after: bytes) -> bytes:
    """The CSV whose second row reads otherwise in one place."""
    assert before in LINES[1]
    return HEADER + LINES[0] + LINES[1].replace(before, after, 1) + LINES[2]


CSV: dict[str, tuple[bytes, Fate]] = {
    "another delimiter": (TABLE.replace(b",", b"|"), "see its delimiter"),
    "a header in Spanish": (
        TABLE.replace(b"flowCode", b"codigoFlujo").replace(b"primaryValue", b"valorPrimario"),
        "for comtrade it lacks flowCode, primaryValue",
    ),
    "no header": (b"".join(LINES), "no layout has any of them"),
    "the header alone": (HEADER, "below its header this one holds none"),
    "a renamed column": (TABLE.replace(b"netWgt", b"weight", 1), "for comtrade it lacks netWgt"),
    "a page of the server": (b"<!DOCTYPE html>\n<html>503</html>\n", "DOCTYPE html"),
    "empty": (b"", "this one is empty"),
    "blank lines": (b"  \n\n", "this one is empty"),
    "UTF-16": (TABLE.decode().encode("utf-16"), "no text that their encodings read"),
    "zero bytes in the middle": (HEADER + b"\0" * 5000 + b"".join(LINES), "no text that"),
    "cut short in its gzip": (gzip.compress(TABLE * 50)[:-30], "breaks off after .* rows"),
    "only the world": (
        TABLE.replace(b'"392"', b'"0"').replace(b'"842"', b'"0"').replace(b'"410"', b'"0"'),
        "none of its 3 is one: world_total in 3",
    ),
    "cut short": (TABLE[:-200], [(3, "wrong_number_of_fields")]),
    "cells lost": (_line(b'"0","W00","World",', b""), [(2, "wrong_number_of_fields")]),
    "a description without quotes": (
        _line(b'"Compounds, inorganic', b"Compounds, inorganic"), [(2, "wrong_number_of_fields")],
    ),
    "a quote that is not closed": (_line(b'"284690"', b'"284690'), [(2, "wrong_number_of_fields")]),
    "weight is a word": (_line(b'"10"', b'"ten"'), [(2, "not_a_number")]),
    "weight with a comma": (_line(b'"10"', b'"10,5"'), [(2, "not_a_number")]),
    "weight is negative": (_line(b'"10"', b'"-10"'), [(2, "negative_mass")]),
    "weight is absurd": (_line(b'"10"', b'"1e15"'), [(2, "absurd_mass")]),
    "value is negative": (_line(b'"5000"', b'"-5000"'), [(2, "negative_value")]),
    "value is absurd": (_line(b'"5000"', b'"50000000000000"'), [(2, "absurd_value")]),
    "unknown reporter": (_line(b'"156"', b'"999"'), [(2, "unknown_country")]),
    "no partner": (_line(b'"842"', b""), [(2, "unknown_country")]),
    "unknown flow": (_line(b'"X"', b'"Q"'), [(2, "unknown_direction")]),
    "unknown edition": (_line(b'"H6"', b'"H9"'), [(2, "unknown_nomenclature")]),
    "HS 2022 in 2019": (
        _line(b'"52","2023"', b'"52","2019"'), [(2, "year_outside_nomenclature")],
    ),
    "thirteenth month": (_line(b'"52","2023"', b'"52","202313"'), [(2, "unknown_period")]),
    "code that lost its zero": (_line(b'"284690"', b'"28469"'), [(2, "bad_code")]),
    "code as a fraction": (_line(b'"284690"', b'"284690.0"'), [(2, "bad_code")]),
    "code with a letter": (_line(b'"284690"', b'"28469A"'), [(2, "bad_code")]),
    "the same row twice": (TABLE + LINES[0], [(4, "duplicate_row")]),
    "two rows that contradict": (
        TABLE + LINES[0].replace(b'"10"', b'"11"'),
        [(1, "conflicting_duplicate"), (4, "conflicting_duplicate")],
    ),
}  # fmt: skip
HARMLESS = {
    "CRLF": TABLE.replace(b"\n", b"\r\n"),
    "CR alone": TABLE.replace(b"\n", b"\r"),
    "a byte order mark": b"\xef\xbb\xbf" + TABLE,
    "a line for Excel": b"sep=,\n" + TABLE,
    "a note above": b"Source: UN Comtrade\n\n" + TABLE,
    "columns in another order": b"".join(
        b",".join(reversed(line.rstrip(b"\n,").split(b","))) + b"\n"
        for line in TABLE.replace(b'"' + RECORDS[0]["cmdDesc"].encode() + b'"', b'""').splitlines()
    ),
}


@pytest.mark.parametrize("name", CSV)
def test_a_broken_csv_of_the_site(name: str, tmp_path: Path) -> None:
    content, fate = CSV[name]
    check_fate(tmp_path, comtrade.CSV_NAME, content, fate, 3)


@pytest.mark.parametrize("name", HARMLESS)
def test_what_people_do_to_a_csv_without_harm(name: str, tmp_path: Path) -> None:
    check_fate(tmp_path, comtrade.CSV_NAME, HARMLESS[name], [], 3)


BULK = comtrade.as_bulk(RECORDS)
TEXT = gzip.decompress(BULK)
ROWS = TEXT.split(b"\r\n")
MANY = comtrade.as_bulk(
    [comtrade.record(cmdCode=f"28{code:04}", **AMOUNTS) for code in range(3000)]
)
_DAMAGED = bytes([MANY[500] ^ 0xFF])


def _cell(column: str, cell: bytes) -> bytes:
    """The bulk file whose second row has another cell in a column."""
    cells = ROWS[2].split(b"\t")
    cells[comtrade.BULK_COLUMNS.index(column)] = cell
    return comtrade.packed(b"\r\n".join([*ROWS[:2], b"\t".join(cells), *ROWS[3:]]))


def _without(*columns: str) -> bytes:
    """The bulk file without some of its columns."""
    kept = [n for n, name in enumerate(comtrade.BULK_COLUMNS) if name not in columns]
    cells = [[row.split(b"\t")[n] for n in kept] for row in ROWS if row]
    return comtrade.packed(b"\r\n".join(b"\t".join(row) for row in cells))


BULKS: dict[str, tuple[bytes, Fate]] = {
    "half of it": (MANY[: len(MANY) // 2], "breaks off after .* readable rows"),
    "its last bytes lost": (BULK[:-6], "breaks off after 3 readable rows"),
    "a damaged byte": (MANY[:500] + _DAMAGED + MANY[501:], "breaks off"),
    "a wrong checksum": (BULK[:-8] + bytes(4) + BULK[-4:], "breaks off .*data check"),
    "more behind its end": (BULK + b"junk", "breaks off .*header check"),
    "the head of a gzip alone": (BULK[:10], "its compressed bytes end too early"),
    "nothing in the gzip": (comtrade.packed(b""), "this one is empty"),
    "packed twice": (gzip.compress(BULK), "no layout has any of them|no text that"),
    "blanks for tabs": (comtrade.packed(TEXT.replace(b"\t", b"  ")), "see its delimiter"),
    "a zip that is none": (b"PK\x03\x04broken", "a whole zip file"),
    "no header": (comtrade.packed(b"\r\n".join(ROWS[1:])), "no layout has any of them"),
    "tariff lines": (
        _without("refYear", "refMonth", "legacyEstimationFlag", "isReported", "isAggregate"),
        "for comtrade it lacks isReported, isAggregate",
    ),
    "no value": (_without("primaryValue"), "for comtrade it lacks primaryValue"),
    "a row cut short": (comtrade.packed(TEXT[:-60]), [(3, "wrong_number_of_fields")]),
    "a cell too many": (
        comtrade.packed(TEXT.replace(ROWS[2], ROWS[2] + b"\t0")), [(2, "wrong_number_of_fields")],
    ),
    "unknown reporter": (_cell("reporterCode", b"998"), [(2, "unknown_country")]),
    "no partner": (_cell("partnerCode", b""), [(2, "unknown_country")]),
    "unknown flow": (_cell("flowCode", b"E"), [(2, "unknown_direction")]),
    "an edition to come": (_cell("classificationCode", b"H7"), [(2, "unknown_nomenclature")]),
    "HS 2022 in 2015": (_cell("period", b"2015"), [(2, "year_outside_nomenclature")]),
    "a year of two digits": (_cell("period", b"23"), [(2, "unknown_period")]),
    "a national code": (_cell("cmdCode", b"28469019"), [(2, "bad_code")]),
    "a quote in a code": (_cell("cmdCode", b'284"690'), [(2, "bad_code")]),
    "weight with its unit": (_cell("netWgt", b"10 kg"), [(2, "not_a_number")]),
    "weight is negative": (_cell("netWgt", b"-0.5"), [(2, "negative_mass")]),
    "weight is absurd": (_cell("netWgt", b"1E+16"), [(2, "absurd_mass")]),
    "value is a word": (_cell("FOBValue", b"n/a"), [(2, "not_a_number")]),
    "value is absurd": (_cell("FOBValue", b"1e13"), [(2, "absurd_value")]),
    "a flag that is none": (_cell("isNetWgtEstimated", b"maybe"), [(2, "unknown_word")]),
    "the same row twice": (comtrade.packed(TEXT + ROWS[1] + b"\r\n"), [(4, "duplicate_row")]),
    "two rows that contradict": (
        comtrade.packed(TEXT + ROWS[1].replace(b"\t10.0\t", b"\t12.0\t") + b"\r\n"),
        [(1, "conflicting_duplicate"), (4, "conflicting_duplicate")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BULKS)
def test_a_broken_bulk_file(name: str, tmp_path: Path) -> None:
    content, fate = BULKS[name]
    check_fate(tmp_path, comtrade.BULK_NAME, content, fate, 3)


def test_a_header_that_stands_twice_is_told_as_a_row(tmp_path: Path) -> None:
    content = comtrade.packed(TEXT + TEXT.replace(b"\t2023\t", b"\t2022\t"))
    check_fate(tmp_path, comtrade.BULK_NAME, content, [
        (4, "bad_code"), (4, "not_a_number"), (4, "not_a_number"), (4, "unknown_country"),
        (4, "unknown_country"), (4, "unknown_direction"), (4, "unknown_nomenclature"),
        (4, "unknown_period"),
    ], 7)  # fmt: skip
