from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from monazite.errors import InputError
from support.publishers.comext import amount, as_easy, as_sdmx
from support.publishers.loading import Loaded, loaded

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EURO = amount(OBS_VALUE="125000")
MASS = amount(indicators="QUANTITY_IN_100KG", OBS_VALUE="40.25")
OTHER = amount(partner="JP", OBS_VALUE="9000")
GOOD = as_sdmx([EURO, OTHER, MASS])


def load(folder: Path, data: bytes) -> Loaded:
    return loaded(folder, "DS-045409.csv", data, vintage="2026-07-16")


def column(found: Loaded, name: str) -> list[Any]:
    """One column of the flows."""
    return [flow[name] for flow in found.flows]


def reasons(found: Loaded) -> dict[str, int]:
    """How many rows were not taken, by reason."""
    return dict(Counter(one["reason"] for one in found.side))


def held(folder: Path) -> list[Path]:
    """The loads in a store."""
    return list((folder / "store").glob("loads/*"))


@pytest.mark.parametrize(
    "file",
    [
        as_sdmx,
        lambda rows: as_sdmx(rows, flags=True),
        lambda rows: as_sdmx(rows, version=2),
        lambda rows: as_sdmx(rows, version=2, flags=True),
        as_easy,
    ],
)
def test_value_and_quantity_become_one_flow_wherever_they_stand(
    tmp_path: Path, file: Callable[..., bytes]
) -> None:
    found = load(tmp_path, file([EURO, OTHER, MASS]))
    assert found.report.loads[0].kind == "comext-sdmx"
    assert [
        (one["period"], one["reporter"], one["partner"], one["direction"], one["nomenclature"],
         one["code"], one["mass_kg"], one["value_reported"], one["currency"], one["valuation"])
        for one in found.flows
    ] == [
        ("2024-05", "DEU", "CHN", "import", "EU-CN2024", "28469040", Decimal(4025), Decimal(125000), "EUR", "CIF"),
        ("2024-05", "DEU", "JPN", "import", "EU-CN2024", "28469040", None, Decimal(9000), "EUR", "CIF"),
    ]  # fmt: skip


def test_the_measures_of_the_six_digit_table_are_read_too(tmp_path: Path) -> None:
    rows = [
        amount(product="284690", freq="A", TIME_PERIOD="2024", indicators=name, OBS_VALUE=value)
        for name, value in (("VALUE_EUR", "77"), ("VALUE_NAC", "80"), ("QUANTITY_KG", "5"))
    ]
    found = load(tmp_path, as_sdmx(rows))
    (flow,) = found.flows
    assert (flow["period"], flow["nomenclature"], flow["code"]) == ("2024", "HS22", "284690")
    assert (flow["mass_kg"], flow["value_reported"]) == (Decimal(5), Decimal(77))
    assert reasons(found) == {"other_measure": 1}


@pytest.mark.parametrize(
    ("flow", "direction"),
    [
        ("1", "import"),
        ("2", "export"),
        ("3", "re-export"),
        ("IMPORT", "import"),
        ("EXPORT", "export"),
    ],
)
def test_flows_are_numbers_or_words(tmp_path: Path, flow: str, direction: str) -> None:
    found = load(tmp_path, as_sdmx([amount(flow=flow, OBS_VALUE="1")]))
    assert column(found, "direction") == [direction]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"partner": "WORLD"}, "world_total"),
        ({"partner": "EU27_2020_EXTRA"}, "group_of_countries"),
        ({"partner": "EXT_EU27_2020"}, "group_of_countries"),
        ({"partner": "EU"}, "group_of_countries"),
        ({"reporter": "EU27_2020"}, "group_of_countries"),
        ({"partner": "QZ"}, "confidential"),
        ({"partner": "QQ"}, "stores_and_provisions"),
        ({"partner": "QW"}, "no_single_place"),
        ({"partner": "XU"}, "part_of_total"),
        ({"product": "TOTAL"}, "heading"),
        ({"product": "28"}, "heading"),
        ({"product": "2846"}, "heading"),
        ({"product": "28XXXXXX"}, "confidential"),
        ({"product": "99RRR100"}, "product_not_specified"),
        ({"OBS_VALUE": ""}, "no_amount"),
        ({"OBS_VALUE": ":"}, "no_amount"),
        ({"indicators": "SUPPLEMENTARY_QUANTITY"}, "other_measure"),
    ],
)
def test_what_is_no_flow_of_its_own_is_set_aside(
    tmp_path: Path, said: dict[str, str], reason: str
) -> None:
    found = load(tmp_path, as_sdmx([OTHER, amount(**{"OBS_VALUE": "5", **said})]))
    assert len(found.flows) == 1
    assert [(one["status"], one["reason"]) for one in found.side] == [("set_aside", reason)]


BROKEN = {
    "a header in French": (GOOD.replace(b"reporter", b"declarant"), "it lacks reporter"),
    "no column of amounts": (GOOD.replace(b"OBS_VALUE", b"VALEUR"), "it lacks OBS_VALUE or INDICATOR_VALUE"),
    "a fault of the API": (
        b'<?xml version="1.0"?><S:Fault xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"/>', "known layout",
    ),
    "an error in JSON": (b'{"error": [{"status": 413, "label": "EXTRACTION_TOO_BIG"}]}', "EXTRACTION_TOO_BIG"),
    "an empty file": (b"", "this one is empty"),
    "no row under the header": (as_sdmx([]), "below its header this one holds none"),
    "tabs": (GOOD.replace(b",", b"\t"), "known layout"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_named_and_nothing_is_stored(tmp_path: Path, name: str) -> None:
    data, message = BROKEN[name]
    with pytest.raises(InputError, match=message) as refused:
        load(tmp_path, data)
    assert refused.value.field == "path"
    assert held(tmp_path) == []


TWINS = {
    "a negative value": ([amount(partner="KR", OBS_VALUE="-1")], "negative_value"),
    "a negative mass": (
        [amount(partner="KR", indicators="QUANTITY_IN_100KG", OBS_VALUE="-1")], "negative_mass",
    ),
    "an absurd mass": (
        [amount(partner="KR", indicators="QUANTITY_IN_100KG", OBS_VALUE="4" + "0" * 10)], "absurd_mass",
    ),
    "an unknown partner": ([amount(partner="ZZ", OBS_VALUE="1")], "unknown_country"),
    "no partner": ([amount(partner="", OBS_VALUE="1")], "unknown_country"),
    "an unknown reporter": ([amount(reporter="J1", OBS_VALUE="1")], "unknown_country"),
    "an unknown flow": ([amount(flow="7", OBS_VALUE="1")], "unknown_direction"),
    "a month 13": ([amount(TIME_PERIOD="2024-13", OBS_VALUE="1")], "unknown_period"),
    "a half-year": ([amount(TIME_PERIOD="2024-S1", OBS_VALUE="1")], "unknown_period"),
    "a code of seven digits": ([amount(product="2846904", OBS_VALUE="1")], "bad_code"),
    "a value in words": ([amount(partner="KR", OBS_VALUE="NaN")], "not_a_number"),
    "a decimal comma": ([amount(partner="KR", OBS_VALUE="1,5")], "wrong_number_of_fields"),
    "the same measure with another value": ([amount(partner="JP", OBS_VALUE="8")], "conflicting_duplicate"),
}  # fmt: skip


@pytest.mark.parametrize("name", TWINS)
def test_a_row_at_fault_is_rejected_by_name_and_the_others_are_taken(
    tmp_path: Path, name: str
) -> None:
    rows, reason = TWINS[name]
    found = load(tmp_path, as_sdmx([EURO, OTHER, MASS, *rows]))
    assert reason in reasons(found)
    assert all(one["status"] == "rejected" and one["remedy"] for one in found.side)
    assert "CHN" in column(found, "partner")


def test_the_same_amount_twice_is_one_flow(tmp_path: Path) -> None:
    found = load(tmp_path, as_sdmx([OTHER, OTHER]))
    assert reasons(found) == {"duplicate_row": 1}
    assert len(found.flows) == 1
