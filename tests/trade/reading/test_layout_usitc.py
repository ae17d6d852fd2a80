from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from monazite.errors import InputError
from support.publishers.loading import Loaded, loaded
from support.publishers.usitc import (
    CONSUMPTION,
    EXPORTS,
    GENERAL,
    NAME,
    Line,
    Table,
    as_csv,
    as_workbook,
    raw,
    wide,
)

if TYPE_CHECKING:
    from pathlib import Path

CHINA = Line(
    values={"2022": 1_000_000, "2023": 2_000_000}, quantities={"2022": 5000, "2023": 9000.5}
)
JAPAN = Line(country="Japan", code="8505110070", values={"2023": 700}, quantities={"2023": 3})
MONTHLY = Line(
    values={"January": 100, "May": 70}, quantities={"January": 5, "May": 6}, country="South Korea"
)
RAW_MONTHS = Line(values={"2023-1": 100, "2023-12": 70}, quantities={"2023-1": 5, "2023-12": 6})


def load(folder: Path, data: bytes, name: str = NAME, **said: Any) -> Loaded:
    return loaded(folder, name, data, vintage="2026-11", **said)


def column(found: Loaded, name: str) -> list[Any]:
    """One column of the flows."""
    return [flow[name] for flow in found.flows]


def reasons(found: Loaded) -> dict[str, int]:
    """How many rows were not taken, by reason."""
    return dict(Counter(one["reason"] for one in found.side))


def held(folder: Path) -> list[Path]:
    """The loads in a store."""
    return list((folder / "store").glob("loads/*"))


def short(found: Loaded) -> list[tuple[Any, ...]]:
    names = ("period", "partner", "direction", "code", "mass_kg", "value_usd")
    return [tuple(one[name] for name in names) for one in found.flows]


def test_years_as_columns_are_flows_of_value_and_mass(tmp_path: Path) -> None:
    found = load(tmp_path, as_workbook(wide([CHINA, JAPAN], GENERAL)))
    assert found.report.loads[0].kind == "usitc"
    assert short(found) == [
        ("2022", "CHN", "import", "2846902015", Decimal(5000), Decimal(1_000_000)),
        ("2023", "CHN", "import", "2846902015", Decimal("9000.5"), Decimal(2_000_000)),
        ("2023", "JPN", "import", "8505110070", Decimal(3), Decimal(700)),
    ]
    flow = found.flows[0]
    assert (flow["reporter"], flow["nomenclature"], flow["source"]) == (
        "USA",
        "US-HTS2022",
        "usitc",
    )
    assert (flow["valuation"], flow["currency"], flow["value_reported"]) == ("FOB", "USD", None)


def test_months_as_columns_are_months(tmp_path: Path) -> None:
    found = load(tmp_path, as_workbook(wide([MONTHLY], GENERAL, year="2024")))
    assert found.report.loads[0].kind == "usitc-months"
    assert short(found) == [
        ("2024-01", "KOR", "import", "2846902015", Decimal(5), Decimal(100)),
        ("2024-05", "KOR", "import", "2846902015", Decimal(6), Decimal(70)),
    ]


def test_raw_data_of_years(tmp_path: Path) -> None:
    found = load(tmp_path, as_workbook(raw([CHINA, JAPAN], GENERAL), titles=False))
    assert found.report.loads[0].kind == "usitc-raw"
    assert [one[0] for one in short(found)] == ["2022", "2023", "2023"]
    assert column(found, "mass_kg") == [Decimal(5000), Decimal("9000.5"), Decimal(3)]


def test_raw_data_of_months(tmp_path: Path) -> None:
    found = load(tmp_path, as_workbook(raw([RAW_MONTHS], GENERAL, months=True), titles=False))
    assert found.report.loads[0].kind == "usitc-raw-months"
    assert short(found) == [
        ("2023-01", "CHN", "import", "2846902015", Decimal(5), Decimal(100)),
        ("2023-12", "CHN", "import", "2846902015", Decimal(6), Decimal(70)),
    ]


def test_sheets_may_have_their_columns_in_other_places(tmp_path: Path) -> None:
    tables = wide([CHINA], GENERAL)
    apart = [0, 1, 2, 3, 4, 5, 7, 6, 8]
    quantities = tables["General 1st Unit of Qty"]
    tables["General 1st Unit of Qty"] = [
        [(row + [None] * 9)[place] for place in apart] for row in quantities
    ]
    assert quantities[0][6:8] == ["2023", "2022_Suppressed"]
    found = load(tmp_path, as_workbook(tables))
    assert column(found, "mass_kg") == [Decimal(5000), Decimal("9000.5")]


def test_an_older_workbook_calls_its_columns_year(tmp_path: Path) -> None:
    tables = wide([CHINA], GENERAL)
    for table in tables.values():
        table[0] = [f"Year {cell}" if str(cell).isdecimal() else cell for cell in table[0]]
    assert [one[0] for one in short(load(tmp_path, as_workbook(tables)))] == ["2022", "2023"]


def test_a_query_of_the_value_alone_has_no_mass(tmp_path: Path) -> None:
    table = wide([CHINA], GENERAL)["General Customs Value"]
    without = [row[:4] + row[5:] for row in table]
    found = load(tmp_path, as_workbook({"General Customs Value": without}))
    assert column(found, "mass_kg") == [None, None]
    assert column(found, "value_usd") == [Decimal(1_000_000), Decimal(2_000_000)]


def test_combined_tables_stand_in_one_sheet(tmp_path: Path) -> None:
    values, quantities = wide([CHINA], GENERAL).values()
    whole: Table = [*values[:-1], *(row[:7] for row in quantities[1:])]
    found = load(tmp_path, as_workbook({"Query Results": whole}), given={"direction": "import"})
    assert column(found, "mass_kg") == [Decimal(5000), Decimal("9000.5")]


def test_imports_for_consumption_are_imports(tmp_path: Path) -> None:
    found = load(tmp_path, as_workbook(wide([CHINA], CONSUMPTION)))
    assert set(column(found, "direction")) == {"import"}


@pytest.mark.parametrize("direction", ["export", "re-export"])
def test_exports_are_what_the_caller_says_domestic_total_or_foreign(
    tmp_path: Path, direction: str
) -> None:
    found = load(tmp_path, as_workbook(wide([CHINA], EXPORTS)), given={"direction": direction})
    assert column(found, "direction") == [direction] * 2
    assert column(found, "value_usd") == [Decimal(1_000_000), Decimal(2_000_000)]


def test_exports_without_a_word_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        load(tmp_path, as_workbook(wide([CHINA], EXPORTS)))
    assert refused.value.field == "direction"
    assert held(tmp_path) == []


@pytest.mark.parametrize(
    ("unit", "kg"),
    [("kilograms", "4"), ("grams", "0.004"), ("metric tons", "4000"), ("carats", "0.0008"),
     ("component kilograms", None), ("component grams", None), ("number", None),
     ("no units collected", None)],
)  # fmt: skip
def test_a_unit_of_mass_is_mass_and_any_other_is_not(
    tmp_path: Path, unit: str, kg: str | None
) -> None:
    line = Line(unit=unit, values={"2023": 10}, quantities={"2023": 4})
    found = load(tmp_path, as_workbook(wide([line], GENERAL)))
    assert column(found, "mass_kg") == [Decimal(kg) if kg else None]
    assert column(found, "value_usd") == [Decimal(10)]


def test_a_number_with_two_units_is_two_rows_that_add_up(tmp_path: Path) -> None:
    lines = [
        Line(code="850511", unit="kilograms", values={"2023": 100}, quantities={"2023": 5}),
        Line(code="850511", unit="number", values={"2023": 300}, quantities={"2023": 7000}),
    ]
    found = load(tmp_path, as_workbook(wide(lines, GENERAL)))
    assert [one[4:] for one in short(found)] == [(Decimal(5), Decimal(100)), (None, Decimal(300))]
    assert set(column(found, "nomenclature")) == {"HS22"}


def test_zeros_say_nothing(tmp_path: Path) -> None:
    line = Line(values={"2023": 0}, quantities={"2023": 0}, country="Chile")
    found = load(tmp_path, as_workbook(wide([CHINA, line], GENERAL)))
    assert "CHL" not in column(found, "partner")
    assert reasons(found)["no_amount"] == 2


def test_the_row_of_totals_is_set_aside(tmp_path: Path) -> None:
    found = load(tmp_path, as_workbook(raw([CHINA], GENERAL), titles=False))
    assert {one["reason"] for one in found.side if one["value"] == "Total:"} == {"other_measure"}


@pytest.mark.parametrize(
    ("name", "iso3"),
    [("Burma (Myanmar)", "MMR"), ("Myanmar (Burma)", "MMR"), ("South Korea", "KOR"),
     ("Czechia (Czech Republic)", "CZE"), ("Congo (DROC)", "COD"), ("Congo (ROC)", "COG"),
     ("Democratic Republic of the Congo", "COD"), ("Gaza Strip admin. by Israel", "PSE"),
     ("Falkland Islands(Islas Malvin", "FLK"), ("St Kitts and Nevis", "KNA"), ("Russia", "RUS"),
     ("Cote d`Ivoire", "CIV"), ("Hong Kong", "HKG"), ("Taiwan", "TWN"), ("Vietnam", "VNM")],
)  # fmt: skip
def test_countries_have_the_names_of_the_census(tmp_path: Path, name: str, iso3: str) -> None:
    line = Line(country=name, values={"2023": 10})
    assert column(load(tmp_path, as_workbook(wide([line], GENERAL))), "partner") == [iso3]


def test_headings_are_set_aside(tmp_path: Path) -> None:
    lines = [Line(code=code, values={"2023": 10}) for code in ("28", "2846", "284690", "28469020")]
    found = load(tmp_path, as_workbook(wide(lines, GENERAL)))
    assert column(found, "code") == ["284690", "28469020"]
    assert reasons(found)["heading"] == 2


CSV = "DataWeb-Query-Import__General_Customs_Value.csv"


def test_a_table_of_values_as_csv(tmp_path: Path) -> None:
    table = wide([CHINA], GENERAL)["General Customs Value"]
    grouped = [
        [f"{cell:,}" if n and c > 4 and cell else cell for c, cell in enumerate(row)]
        for n, row in enumerate(table)
    ]
    found = load(tmp_path, as_csv(grouped, title="General Customs Value"), CSV)
    assert found.report.loads[0].kind == "usitc-csv"
    assert [one[4:] for one in short(found)] == [
        (None, Decimal(1_000_000)),
        (None, Decimal(2_000_000)),
    ]
    assert set(column(found, "direction")) == {"import"}


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        (wide([MONTHLY], GENERAL, year="2024")["General Customs Value"], "usitc-months-csv"),
        (raw([CHINA], GENERAL)["General Customs Value"], "usitc-raw-csv"),
        (raw([RAW_MONTHS], GENERAL, months=True)["General Customs Value"], "usitc-raw-months-csv"),
    ],
)
def test_every_form_is_read_as_csv_too(tmp_path: Path, table: Table, kind: str) -> None:
    found = load(tmp_path, as_csv(table), "query.csv", given={"direction": "import"})
    assert found.report.loads[0].kind == kind
    assert len(found.flows) == 2


def test_csv_that_does_not_say_its_direction_asks_for_it(tmp_path: Path) -> None:
    table = wide([CHINA], EXPORTS)["FAS Value"]
    with pytest.raises(InputError) as refused:
        load(tmp_path, as_csv(table), "DataWeb-Query-Export__FAS_Value.csv")
    assert refused.value.field == "direction"


# Twins: the same workbook, mutilated.


def changed(place: tuple[int, int], cell: Any) -> bytes:
    """The workbook of China and Japan with another cell in the table of values."""
    tables = wide([CHINA, JAPAN], GENERAL)
    tables["General Customs Value"][place[0]][place[1]] = cell
    return as_workbook(tables)


def renamed(old: str, new: str) -> bytes:
    """The workbook with a header by another name in every table."""
    tables = wide([CHINA], GENERAL)
    for table in tables.values():
        table[0] = [new if cell == old else cell for cell in table[0]]
    return as_workbook(tables)


BROKEN = {
    "no country": (renamed("Country", "Land"), "it lacks Country"),
    "no number": (renamed("HTS Number", "SITC Number"), "it lacks HTS Number"),
    "no type": (renamed("Data Type", "Type"), "it lacks Data Type"),
    "no years": (as_workbook(wide([Line()], GENERAL)), "known layout"),
    "only parameters": (as_workbook({}), "known layout"),
    "a workbook that breaks off": (as_workbook(wide([CHINA], GENERAL))[:3000], "fetch it again"),
    "a page of the server": (b"<html>Sign in</html>", "known layout"),
    "an empty file": (b"", "this one is empty"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Excel 97"),
    "no row under the header": (as_workbook({"General Customs Value": wide([CHINA], GENERAL)["General Customs Value"][:1]}), "below its header this one holds none"),
    "another measure alone": (as_workbook({"Calculated Duties": wide([CHINA], ("Calculated Duties", "x", "y"))["Calculated Duties"]}), "direction|none of its"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_named_and_nothing_is_stored(tmp_path: Path, name: str) -> None:
    data, message = BROKEN[name]
    with pytest.raises(InputError, match=message):
        load(tmp_path, data)
    assert held(tmp_path) == []


TWINS = {
    "a country that is none": (changed((1, 3), "Atlantis"), "unknown_country"),
    "no country in a row": (changed((1, 3), None), "unknown_country"),
    "a number in words": (changed((1, 1), "28469O2015"), "bad_code"),
    "a number that lost a zero": (changed((1, 1), 284690201), "bad_code"),
    "a negative value": (changed((1, 5), -5), "negative_value"),
    "an absurd value": (changed((1, 5), 10**13), "absurd_value"),
    "a value in words": (changed((1, 5), "(D)"), "not_a_number"),
    "thousands grouped by two": (changed((1, 5), "10,00,000"), "not_a_number"),
    "a formula's error": (changed((1, 5), "#REF!"), "not_a_number"),
}


@pytest.mark.parametrize("name", TWINS)
def test_a_row_at_fault_is_rejected_by_name_and_the_others_are_taken(
    tmp_path: Path, name: str
) -> None:
    data, reason = TWINS[name]
    found = load(tmp_path, data)
    assert reason in reasons(found)
    assert [one for one in found.side if one["status"] == "rejected" and not one["remedy"]] == []
    assert "JPN" in column(found, "partner")
