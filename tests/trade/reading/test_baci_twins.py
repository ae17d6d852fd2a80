"""BACI files, whole and mutilated: what is loaded, what is refused, and what the side file says."""

from __future__ import annotations

import gzip
import io
import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.trade.reading.load import load
from support.publishers import baci
from support.publishers.loading import Loaded, flows, loaded, said

if TYPE_CHECKING:
    from pathlib import Path

GOOD = baci.text()


def read(folder: Path, data: bytes, name: str = baci.NAME) -> Loaded:
    """A year's file in a folder with its tables of codes."""
    baci.write(folder / "files", years=())
    return loaded(folder, name, data)


def replaced(row: int, text: str) -> bytes:
    """The good file with another row."""
    rows = [*baci.ROWS]
    rows[row - 1] = text
    return baci.text(rows)


def test_a_folder_as_published_is_loaded_with_its_own_country_numbers(tmp_path: Path) -> None:
    baci.write(tmp_path / "baci", years=(2022, 2023))
    report = load(tmp_path / "baci", tmp_path / "store")
    (one,) = report.loads
    assert (one.kind, one.source, one.vintage, one.basis) == (
        "baci",
        "baci",
        "202401b",
        "reconciled",
    )
    assert (one.nomenclatures, one.frequencies, one.years) == (("HS92",), ("A",), (2022, 2023))
    assert (one.accepted, one.rejected, one.set_aside, report.skipped) == (10, 0, 0, ())
    assert one.id.startswith("baci-HS92-202401b-")
    found = [
        said(flow, "reporter", "partner", "code", "value_usd", "mass_kg", "mass_basis")
        for flow in flows(tmp_path / "store") if flow["period"] == "2023"
    ]  # fmt: skip
    assert found == [
        ("CHN", "JPN", "284690", "301325112", "24611410", "reported"),
        ("CHN", "USA", "284690", "41233004", "3021000", "reported"),
        ("IND", "FRA", "284690", "12300", None, None),
        ("S19", "NOR", "280530", "417", "1", "reported"),
        ("NAM", "AFG", "010111", "1000", "2500", "reported"),
    ]


def test_every_column_of_a_flow_says_what_baci_says(tmp_path: Path) -> None:
    flow = read(tmp_path, GOOD).flows[0]
    assert flow == {
        "frequency": "A", "period": "2023", "reporter": "CHN", "partner": "JPN",
        "direction": "export", "nomenclature": "HS92", "code": "284690",
        "mass_kg": Decimal("24611410.000000"), "value_usd": Decimal("301325112.000000"),
        "mass_basis": "reported", "valuation": "FOB", "value_reported": None, "currency": "USD",
        "basis": "reconciled", "source": "baci", "vintage": "202401b", "file": baci.NAME, "row": 1,
    }  # fmt: skip


def test_without_the_folders_own_table_baci_numbers_are_known_too(tmp_path: Path) -> None:
    found = loaded(tmp_path, baci.NAME, GOOD)
    assert [flow["reporter"] for flow in found.flows] == ["CHN", "CHN", "IND", "S19", "NAM"]
    assert [flow["partner"] for flow in found.flows] == ["JPN", "USA", "FRA", "NOR", "AFG"]


SAME = {
    "a BOM": b"\xef\xbb\xbf" + GOOD,
    "lines of Windows": GOOD.replace(b"\n", b"\r\n"),
    "no line end at the end": GOOD.rstrip(b"\n"),
    "blank lines": GOOD.replace(b"\n", b"\n\n") + b"\n\n",
    "quoted numbers": b"\n".join(
        b",".join(b'"' + cell + b'"' for cell in line.split(b",")) for line in GOOD.splitlines()
    ),
    "a header in capitals": GOOD.replace(b"t,i,j,k,v,q", b"T, I, J, K, V, Q"),
    "a column more": b"\n".join(line + b",x" for line in GOOD.splitlines()),
    "columns in another order": b"\n".join(
        b",".join(reversed(line.split(b","))) for line in GOOD.splitlines()
    ),
    "exponents": GOOD.replace(b"301325.112", b"3.01325112E5").replace(b"12.300", b"1.23e+1"),
    "many zeros": GOOD.replace(b"24611.410", b"24611.41000000000000000000000000"),
    "in gzip": gzip.compress(GOOD),
    "in two gzip members": gzip.compress(GOOD[:70]) + gzip.compress(GOOD[70:]),
}


@pytest.mark.parametrize("name", SAME)
def test_the_same_rows_in_other_clothes_are_the_same_flows(tmp_path: Path, name: str) -> None:
    found, whole = read(tmp_path / "twin", SAME[name]), read(tmp_path / "good", GOOD)
    assert found.flows == whole.flows
    assert found.side == []


REJECTED = {
    "a negative quantity": ("2023,156,842,284690,1.0,-5", "negative_mass", "-5"),
    "a negative value": ("2023,156,842,284690,-1.0,5", "negative_value", "-1.0"),
    "an absurd quantity": ("2023,156,842,284690,1.0,1000000001", "absurd_mass", "1000000001"),
    "an absurd quantity with an exponent": (
        "2023,156,842,284690,1.0,1e300",
        "absurd_mass",
        "1e300",
    ),
    "an absurd value": ("2023,156,842,284690,1e10,1", "absurd_value", "1e10"),
    "an unknown country": ("2023,156,999,284690,1.0,5", "unknown_country", "999"),
    "no country": ("2023,,842,284690,1.0,5", "unknown_country", ""),
    "a year of another file": ("2019,156,842,284690,1.0,5", "year_not_of_file", "2019"),
    "a year that is none": ("20x3,156,842,284690,1.0,5", "unknown_period", "20x3"),
    "a code in letters": ("2023,156,842,28469X,1.0,5", "bad_code", "28469X"),
    "a code too long": ("2023,156,842,28469011,1.0,5", "bad_code", "28469011"),
    "a code of a chapter": ("2023,156,842,28,1.0,5", "bad_code", "28"),
    "a decimal comma": ('2023,156,842,284690,"1,5",5', "not_a_number", "1,5"),
    "a word for a number": ("2023,156,842,284690,much,5", "not_a_number", "much"),
    "infinity": ("2023,156,842,284690,inf,5", "not_a_number", "inf"),
    "digits of another script": ("2023,156,842,284690,１２,5", "not_a_number", "１２"),
    "a cell too few": ("2023,156,842,284690,1.0", "wrong_number_of_fields", "5 cells, not 6"),
    "a cell too many": ("2023,156,842,284690,1.0,5,7", "wrong_number_of_fields", "7 cells, not 6"),
}


@pytest.mark.parametrize("name", REJECTED)
def test_a_row_with_a_fault_is_told_with_its_line_and_reason(tmp_path: Path, name: str) -> None:
    row, reason, value = REJECTED[name]
    found = read(tmp_path, replaced(2, row))
    (told,) = found.side
    assert (told["file"], told["row"], told["status"]) == (baci.NAME, "2", "rejected")
    assert (told["reason"], told["value"], told["text"]) == (reason, value, row)
    assert told["remedy"]
    assert [flow["row"] for flow in found.flows] == [1, 3, 4, 5]
    one = found.report.loads[0]
    assert (one.accepted, one.rejected, one.reasons) == (4, 1, {reason: 1})


def test_all_reasons_of_a_row_are_told(tmp_path: Path) -> None:
    found = read(tmp_path, replaced(2, "2023,998,999,2846,-1,x"))
    assert {(one["reason"], one["field"]) for one in found.side} == {
        ("unknown_country", "reporter"), ("unknown_country", "partner"), ("bad_code", "code"),
        ("negative_value", "value_usd"), ("not_a_number", "mass_kg"),
    }  # fmt: skip
    assert found.report.rejected == 1


def test_a_row_that_says_no_amount_is_set_aside(tmp_path: Path) -> None:
    found = read(tmp_path, replaced(2, "2023,156,842,284690,NA,NA"))
    assert [(one["row"], one["status"], one["reason"]) for one in found.side] == [
        ("2", "set_aside", "no_amount")
    ]
    assert (found.report.rejected, found.report.set_aside) == (0, 1)


def test_the_same_row_twice_is_kept_once(tmp_path: Path) -> None:
    found = read(tmp_path, baci.text([*baci.ROWS, baci.ROWS[1].replace(" ", "")]))
    (told,) = found.side
    assert (told["row"], told["status"], told["reason"]) == ("6", "set_aside", "duplicate_row")
    assert [flow["row"] for flow in found.flows] == [1, 2, 3, 4, 5]


def test_rows_that_contradict_each_other_are_both_rejected_with_both_lines(tmp_path: Path) -> None:
    found = read(tmp_path, baci.text([*baci.ROWS, "2023,156,842,284690,7.5,1"]))
    assert [(one["row"], one["reason"]) for one in found.side] == [
        ("2", "conflicting_duplicate"), ("6", "conflicting_duplicate"),
    ]  # fmt: skip
    assert {one["value"] for one in found.side} == {f"{baci.NAME}:2 {baci.NAME}:6"}
    assert [flow["row"] for flow in found.flows] == [1, 3, 4, 5]
    assert (found.report.accepted, found.report.rejected) == (4, 2)


def test_a_year_before_the_nomenclature_is_rejected(tmp_path: Path) -> None:
    name = baci.NAME.replace("HS92", "HS22").replace("2023", "2015")
    with pytest.raises(InputError, match="year_outside_nomenclature in 5"):
        read(tmp_path, GOOD.replace(b"\n2023,", b"\n2015,"), name)


def in_zip(name: str, data: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return packed.getvalue()


LONG = baci.text([f"2023,156,392,{code},1.5,2.5" for code in range(280000, 290000)])
REFUSED = {
    "an empty file": (b"", "this one is empty"),
    "a header alone": (baci.text([]), "below its header this one holds none"),
    "binary junk": (bytes(range(256)) * 40, "text in utf-8-sig"),
    "a truncated gzip": (gzip.compress(LONG)[:9000], r"breaks off after [1-9][0-9,]* readable rows"),
    "a damaged gzip": (gzip.compress(GOOD)[:-8] + b"\0" * 8, "breaks off"),
    "a wrong delimiter": (GOOD.replace(b",", b";"), "known layout"),
    "a header in another language": (
        GOOD.replace(b"t,i,j,k,v,q", b"annee,exportateur,importateur,produit,valeur,quantite"),
        "known layout",
    ),
    "no column of quantities": (
        b"\n".join(line.rpartition(b",")[0] for line in GOOD.splitlines()),
        "for baci it lacks q",
    ),
    "no header": (GOOD.partition(b"\n")[2], "known layout"),
    "NA everywhere": (
        baci.text([f"2023,156,{to},284690,NA,NA" for to in (392, 842)]),
        "none of its 2 is one: no_amount in 2",
    ),
    "Latin-1": (GOOD.replace(b"2023,699", b"2023,\xe9699"), "text in utf-8-sig"),
    "every row at fault": (GOOD.replace(b"284690", b"28469X").replace(b"280530", b"")
                           .replace(b"10111", b"?"), "bad_code in 5"),
    "a zip that writes outside": (in_zip("../../" + baci.NAME, GOOD), "stay inside it"),
    "a zip with a whole path": (in_zip("/etc/" + baci.NAME, GOOD), "stay inside it"),
    "a zip that unpacks to far more": (
        in_zip(baci.NAME, GOOD + b"\n" * (65 << 20)), "unpacks to at most"),
    "a gzip that unpacks to far more": (gzip.compress(GOOD + b" " * (65 << 20)), "unpacks to at most"),
    "a truncated zip": (in_zip(baci.NAME, LONG)[:-40], "whole zip"),
    "a 7-Zip archive": (b"7z\xbc\xaf\x27\x1c\0\4" + b"\1" * 90, "7-Zip"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_and_leaves_no_trace(tmp_path: Path, name: str) -> None:
    data, message = REFUSED[name]
    with pytest.raises(InputError, match=message) as refused:
        read(tmp_path, data)
    assert refused.value.field == "path"
    assert baci.NAME in str(refused.value) or "path" in str(refused.value)
    assert not (tmp_path / "store").exists()


def test_a_refused_file_leaves_a_store_that_was_there_as_it_was(tmp_path: Path) -> None:
    baci.write(tmp_path / "baci")
    load(tmp_path / "baci", tmp_path / "store")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "store").rglob("*")}
    with pytest.raises(InputError):
        read(tmp_path, baci.text([]))
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "store").rglob("*")} == before
