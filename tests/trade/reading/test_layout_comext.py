from __future__ import annotations

import gzip
import io
import zipfile
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from monazite.errors import InputError
from monazite.trade.packaged.rates import usd_per
from support.publishers.comext import NAME, SEVEN_ZIP, as_dat, old_row, row
from support.publishers.loading import Loaded, loaded

if TYPE_CHECKING:
    from pathlib import Path

ROW = row(VALUE_EUR="125000", QUANTITY_KG="4000")
GOOD = as_dat([ROW, row(PARTNER="JP", VALUE_EUR="9000", QUANTITY_KG="60")])


def load(folder: Path, data: bytes, name: str = NAME) -> Loaded:
    return loaded(folder, name, data, vintage="2026-11")


def column(found: Loaded, name: str) -> list[Any]:
    """One column of the flows."""
    return [flow[name] for flow in found.flows]


def reasons(found: Loaded) -> dict[str, int]:
    """How many rows were not taken, by reason."""
    return dict(Counter(one["reason"] for one in found.side))


def held(folder: Path) -> list[Path]:
    """The loads in a store."""
    return list((folder / "store").glob("loads/*"))


def test_a_row_of_version_2_is_one_flow(tmp_path: Path) -> None:
    found = load(tmp_path, as_dat([ROW]))
    rate = usd_per("EUR", "2024-05")
    assert rate is not None
    assert found.report.loads[0].kind == "comext"
    assert [{name: found.flows[0][name] for name in (
        "frequency", "period", "reporter", "partner", "direction", "nomenclature", "code",
        "mass_kg", "mass_basis", "value_usd", "value_reported", "currency", "valuation", "basis",
        "source", "vintage", "file", "row",
    )}] == [{
        "frequency": "M", "period": "2024-05", "reporter": "DEU", "partner": "CHN",
        "direction": "import", "nomenclature": "EU-CN2024", "code": "28469040",
        "mass_kg": Decimal(4000), "mass_basis": "reported", "value_usd": 125000 * rate,
        "value_reported": Decimal(125000), "currency": "EUR", "valuation": "CIF",
        "basis": "reported", "source": "comext", "vintage": "2026-11", "file": NAME, "row": 1,
    }]  # fmt: skip


def test_a_row_of_version_1_is_one_flow(tmp_path: Path) -> None:
    data = as_dat([old_row(VALUE_IN_EUROS="2580", QUANTITY_IN_KG="600", FLOW="2")], old=True)
    (flow,) = load(tmp_path, data, "full201205.dat").flows
    assert (flow["reporter"], flow["partner"], flow["direction"]) == ("DEU", "CHN", "export")
    assert (flow["period"], flow["code"], flow["mass_kg"]) == ("2012-05", "28469000", Decimal(600))
    assert (flow["value_reported"], flow["valuation"]) == (Decimal(2580), "FOB")


def test_the_header_between_the_versions_is_read_too(tmp_path: Path) -> None:
    text = GOOD.replace(b"REPORTER,PARTNER,", b"DECLARANT_ISO,PARTNER_ISO,")
    text = text.replace(b"VALUE_EUR", b"VALUE_IN_EUROS").replace(b"QUANTITY_KG", b"QUANTITY_IN_KG")
    text = text.replace(b"STAT_PROCEDURE", b"STAT_REGIME")
    assert column(load(tmp_path, text), "mass_kg") == [Decimal(4000), Decimal(60)]


def test_period_52_is_the_whole_year(tmp_path: Path) -> None:
    (flow,) = load(tmp_path, as_dat([row(PERIOD="202352", VALUE_EUR="7")])).flows
    assert (flow["frequency"], flow["period"]) == ("A", "2023")


def test_procedures_are_parts_of_one_flow_and_their_total_is_set_aside(tmp_path: Path) -> None:
    rows = [row(STAT_PROCEDURE=one, VALUE_EUR="10", QUANTITY_KG="1") for one in "12394"]
    found = load(tmp_path, as_dat(rows))
    assert len(found.flows) == 4
    assert reasons(found) == {"total": 1}


@pytest.mark.parametrize(
    ("code", "iso3"),
    [("GR", "GRC"), ("EL", "GRC"), ("GB", "GBR"), ("UK", "GBR"), ("XS", "SRB"), ("RS", "SRB"),
     ("XK", "XKX"), ("TW", "TWN"), ("HK", "HKG"), ("NA", "NAM"), ("NO", "NOR"), ("XM", "MNE"), ("XP", "PSE")],
)  # fmt: skip
def test_places_have_their_own_codes(tmp_path: Path, code: str, iso3: str) -> None:
    assert column(load(tmp_path, as_dat([row(PARTNER=code, VALUE_EUR="1")])), "partner") == [iso3]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"PARTNER": "XI", "TRADE_TYPE": "L"}, "part_of_total"),
        ({"PARTNER": "XU", "TRADE_TYPE": "M"}, "part_of_total"),
        ({"PARTNER": "QR"}, "stores_and_provisions"),
        ({"PARTNER": "QS"}, "stores_and_provisions"),
        ({"PARTNER": "QY"}, "confidential"),
        ({"PARTNER": "QZ"}, "confidential"),
        ({"PARTNER": "QV"}, "no_single_place"),
        ({"PARTNER": "QW"}, "no_single_place"),
        ({"PARTNER": "QP"}, "no_single_place"),
        ({"PARTNER": "XC"}, "no_single_place"),
        ({"PARTNER": "XR"}, "no_single_place"),
        ({"PARTNER": "EU"}, "group_of_countries"),
        ({"PARTNER": "1011"}, "group_of_countries"),
        ({"PARTNER": "WORLD"}, "world_total"),
        ({"REPORTER": "EU"}, "group_of_countries"),
        ({"REPORTER": "EA20"}, "group_of_countries"),
        ({"PRODUCT_NC": "28XXXXXX"}, "confidential"),
        ({"PRODUCT_NC": "2846XXXX"}, "confidential"),
        ({"PRODUCT_NC": "28SSS000"}, "confidential"),
        ({"PRODUCT_NC": "99RRR100"}, "product_not_specified"),
        ({"PRODUCT_NC": "9880XX00"}, "confidential"),
        ({"PRODUCT_NC": "TOTAL"}, "heading"),
        ({"PRODUCT_NC": "28"}, "heading"),
        ({"PRODUCT_NC": "2846"}, "heading"),
        ({"PRODUCT_NC": "284690"}, "heading"),
    ],
)
def test_what_is_no_flow_of_its_own_is_set_aside(
    tmp_path: Path, said: dict[str, str], reason: str
) -> None:
    found = load(tmp_path, as_dat([ROW, row(VALUE_EUR="5", **said)]))
    assert len(found.flows) == 1
    assert [(one["status"], one["reason"]) for one in found.side] == [("set_aside", reason)]


def test_a_mass_of_0_is_not_known_and_a_value_of_0_is(tmp_path: Path) -> None:
    found = load(tmp_path, as_dat([row(VALUE_EUR="3"), row(PARTNER="JP", QUANTITY_KG="2")]))
    assert column(found, "mass_kg") == [None, Decimal(2)]
    assert column(found, "value_usd") == [3 * Decimal(str(usd_per("EUR", "2024-05"))), Decimal(0)]


def test_a_value_of_a_month_without_a_rate_stays_in_euro(tmp_path: Path) -> None:
    (flow,) = load(tmp_path, as_dat([row(PERIOD="199805", VALUE_EUR="3")])).flows
    assert (flow["value_usd"], flow["value_reported"]) == (None, Decimal(3))


def test_zeros_before_chapters_01_to_09_come_back(tmp_path: Path) -> None:
    assert column(load(tmp_path, as_dat([row(PRODUCT_NC="1012100", VALUE_EUR="3")])), "code") == [
        "01012100"
    ]


def test_the_file_of_the_united_kingdoms_parts_holds_no_flows(tmp_path: Path) -> None:
    data = as_dat([row(PARTNER="GB", VALUE_EUR="3"), row(PARTNER="XI", VALUE_EUR="2")])
    with pytest.raises(InputError, match="part_of_total"):
        load(tmp_path, data, "full_partxixu202405.dat")
    assert held(tmp_path) == []


@pytest.mark.parametrize(
    "packed", [gzip.compress(GOOD), GOOD.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + GOOD]
)
def test_the_same_text_in_other_wrappings_is_the_same(tmp_path: Path, packed: bytes) -> None:
    assert column(load(tmp_path, packed), "partner") == ["CHN", "JPN"]


def test_a_zip_of_two_months_is_read_month_by_month(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for month in ("202404", "202405"):
            archive.writestr(f"full_{month}.dat", as_dat([row(PERIOD=month, VALUE_EUR="3")]))
    found = load(tmp_path, packed.getvalue(), "comext.zip")
    assert sorted(column(found, "period")) == ["2024-04", "2024-05"]


# Twins: the same file, mutilated. Either nothing is stored and the error names the fault, or the
# row at fault is rejected by name and the good ones are taken.
BROKEN = {
    "a gzip that breaks off": (gzip.compress(GOOD * 200)[:400], "breaks off"),
    "a header in German": (
        GOOD.replace(b"REPORTER", b"MELDELAND"),
        "it lacks REPORTER or DECLARANT_ISO",
    ),
    "no column of values": (GOOD.replace(b"VALUE_EUR", b"WERT"), "VALUE_EUR or VALUE_IN_EUROS"),
    "no header": (b"".join(GOOD.splitlines(keepends=True)[1:]), "known layout"),
    "semicolons": (GOOD.replace(b",", b";"), "known layout"),
    "an empty file": (b"", "this one is empty"),
    "the 7z itself": (SEVEN_ZIP, "7-Zip"),
    "a page of the server": (b"<!DOCTYPE html><html><body>404</body></html>", "known layout"),
    "UTF-16": (GOOD.decode().encode("utf-16"), "known layout"),
    "no row under the header": (as_dat([]), "below its header this one holds none"),
    "no row that is a flow": (as_dat([row(PERIOD="", VALUE_EUR="1")]), "unknown_period"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_named_and_nothing_is_stored(tmp_path: Path, name: str) -> None:
    data, message = BROKEN[name]
    with pytest.raises(InputError, match=message) as refused:
        load(tmp_path, data)
    assert refused.value.field == "path"
    assert held(tmp_path) == []


TWINS = {
    "a negative mass": (row(VALUE_EUR="1", QUANTITY_KG="-4"), "negative_mass"),
    "a negative value": (row(VALUE_EUR="-1", QUANTITY_KG="4"), "negative_value"),
    "an absurd mass": (row(VALUE_EUR="1", QUANTITY_KG="4000000000000"), "absurd_mass"),
    "an absurd value": (row(VALUE_EUR="1" + "0" * 12), "absurd_value"),
    "an unknown partner": (row(PARTNER="ZZ", VALUE_EUR="1"), "unknown_country"),
    "an unknown reporter": (row(REPORTER="J1", VALUE_EUR="1"), "unknown_country"),
    "an unknown flow": (row(FLOW="7", VALUE_EUR="1"), "unknown_direction"),
    "a month 13": (row(PERIOD="202413", VALUE_EUR="1"), "unknown_period"),
    "a month in words": (row(PERIOD="May 2024", VALUE_EUR="1"), "unknown_period"),
    "a code of nine digits": (row(PRODUCT_NC="284690401", VALUE_EUR="1"), "bad_code"),
    "a code with a sign": (row(PRODUCT_NC="2846-040", VALUE_EUR="1"), "bad_code"),
    "a value in words": (row(VALUE_EUR="much"), "not_a_number"),
    "a mass with a unit": (row(VALUE_EUR="1", QUANTITY_KG="4 kg"), "not_a_number"),
    "a decimal comma": (row(VALUE_EUR="1000,50"), "wrong_number_of_fields"),
    "the same key with another value": (
        row(VALUE_EUR="1", QUANTITY_KG="4000"),
        "conflicting_duplicate",
    ),
}


@pytest.mark.parametrize("name", TWINS)
def test_a_row_at_fault_is_rejected_by_name_and_the_others_are_taken(
    tmp_path: Path, name: str
) -> None:
    twin, reason = TWINS[name]
    found = load(tmp_path, GOOD + as_dat([twin]).splitlines(keepends=True)[1])
    assert reason in reasons(found)
    assert "3" in {one["row"] for one in found.side if one["reason"] == reason}
    assert all(one["status"] == "rejected" and one["remedy"] for one in found.side)
    assert "JPN" in column(found, "partner")


def test_a_row_that_breaks_off_is_rejected_alone(tmp_path: Path) -> None:
    found = load(tmp_path, GOOD + b"DE,CN,E,284690\n")
    assert reasons(found) == {"wrong_number_of_fields": 1}
    assert len(found.flows) == 2


def test_the_same_row_twice_is_one_flow(tmp_path: Path) -> None:
    found = load(tmp_path, GOOD + GOOD.splitlines(keepends=True)[1])
    assert reasons(found) == {"duplicate_row": 1}
    assert len(found.flows) == 2
