from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow.csv
import pyarrow.parquet as pq
import pytest

from monazite.catalogue import texts
from monazite.cli.trade_indicators import EU, OUTLIERS, SHOWN, WORLD, cell, shown
from monazite.cli.trade_words import label
from monazite.trade.indicators import reasons
from monazite.trade.indicators.governance import DIMENSIONS
from monazite.trade.indicators.named import NAMED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Told = Callable[..., str]
    Document = Callable[..., dict[str, Any]]
    Refused = Callable[..., dict[str, str]]

pytestmark = pytest.mark.slow

NAMES = (*SHOWN, OUTLIERS)
OF_2022 = ("284690", "--years", "2022")


def test_the_list_names_every_indicator_with_formula_unit_and_source(
    told: Told, document: Document
) -> None:
    found = {one["name"]: one for one in document("indicator")["indicators"]}
    assert found.keys() == {one.name for one in NAMED} | {WORLD, OUTLIERS}
    assert all(all(one.values()) for one in found.values())
    for one in NAMED:
        # The words of the screen and of the library are one.
        assert found[one.name]["formula"] == one.formula
        assert found[one.name]["source"] == one.source
    text = told("indicator")
    assert all(name in text for name in NAMES)
    assert "赫芬达尔指数" in told("indicator", "--lang", "zh")


@pytest.mark.parametrize(
    ("name", "lang"), [(name, ("en", "zh")[n % 2]) for n, name in enumerate(NAMES)]
)
def test_every_indicator_has_a_table(told: Told, name: str, lang: str) -> None:
    text = told("indicator", name, *OF_2022, "--lang", lang)
    assert {"en": "Source: CEPII", "zh": "来源：CEPII"}[lang] in text
    assert not {"None", "nan"} & set(text.split())


@pytest.mark.parametrize("name", ["hhi", "reliance", "production", "unit-value"])
def test_every_indicator_of_one_country(told: Told, name: str) -> None:
    words = ("indicator", name, "284690", "--country", "DE", "--years", "2021:2023")
    years = [line.split()[0] for line in told(*words).splitlines() if line[:4].isdecimal()]
    assert [year for year in years if len(year) == 4] == ["2023", "2022", "2021"]


@pytest.mark.parametrize("name", ["hhi", "geopolrisk"])
def test_indicators_of_a_material(told: Told, document: Document, name: str) -> None:
    words = ("indicator", name, "--material", "REE", "--years", "2022")
    assert {row["code"] for row in document(*words)["rows"]} == {"Rare Earths (REO)"}
    assert "Rare Earths (REO) · BACI" in told(*words)


def test_countries_stand_by_their_size_with_their_largest_supplier(told: Told) -> None:
    text = told("indicator", "hhi", *OF_2022)
    first = next(line for line in text.splitlines() if line.startswith("China"))
    assert "Myanmar" in first
    assert "… " in text


def test_several_years_show_a_trend_of_each_country(told: Told, sides: Path) -> None:
    text = told("indicator", "hhi", "284690", "--store", sides)
    assert "2022–2025" in text
    exported = text.split("as the exporter reports it")[1]
    japan = next(line for line in exported.splitlines() if line.startswith("Japan"))
    # Two suppliers while China still told of Japan, one afterwards.
    assert japan.split()[-1][:3] == "▇▇▇"


def test_an_indicator_of_nothing_says_why(told: Told) -> None:
    assert "The store holds nothing under 811292" in told("indicator", "hhi", "811292")
    assert "The store holds nothing under 811292" in told("indicator", OUTLIERS, "811292")


def test_reasons_are_numbered_and_told_in_words(told: Told) -> None:
    text = told("indicator", "geopolrisk", "284690", "--country", "DE", "--years", "2016:2018")
    assert "the world’s production under this code and year is not held here" in text
    row = next(line for line in text.splitlines() if line.startswith("2016"))
    assert row.split()[-1].isdecimal()


def test_the_world_in_one_line_a_year(document: Document, told: Told) -> None:
    rows = document("indicator", WORLD, "284690", "--years", "2022:2023")["rows"]
    assert [(row["country"], row["year"]) for row in rows] == [("WLD", 2023), ("WLD", 2022)]
    text = told("indicator", WORLD, *OF_2022)
    assert "Exporters" not in text
    assert "Its share" not in text


def test_flows_that_stand_apart(told: Told, document: Document) -> None:
    text = told("indicator", OUTLIERS, *OF_2022)
    assert "9 of 987 compared flows stand apart" in text
    assert "Kazakhstan" in text
    assert "it proves none of them" in text
    flags = {row["flag"] for row in document("indicator", OUTLIERS, *OF_2022)["rows"]}
    assert flags == {None, "low", "high"}
    both = told("indicator", OUTLIERS, "284690", "--years", "2021:2022")
    assert "Period" in both


def test_titles_name_the_country(told: Told, tmp_path: Path) -> None:
    words = ("indicator", "reliance", "284690", "--country", "DE")
    assert "…), Germany" in " ".join(told(*words).split())
    path = tmp_path / "a.svg"
    told(*words, "--chart", path)
    text = path.read_text("utf-8")
    assert "Germany" in text
    assert "Import reliance, net, between 0 and 1 (EU definition)" in text


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("reliance", ["wmd"]), ("n-1", ["wmd"]), ("production", ["wmd"]),
        ("trade-exposure", ["wmd"]), ("geopolrisk", ["wmd", "wgi"]), (EU, ["wmd", "wgi"]),
        ("hhi", []),
    ],
)  # fmt: skip
def test_production_and_governance_have_their_sources_named(
    told: Told, document: Document, name: str, more: list[str]
) -> None:
    found = document("indicator", name, *OF_2022)["sources"]
    assert [one["source"] for one in found] == ["baci", *more]
    text = " ".join(told("indicator", name, *OF_2022).split())
    assert all(one["attribution"] in text for one in found)


def _six(path: Path, years: tuple[int, ...] = (2022,)) -> Path:
    lines = [
        f"{iso3},{year},{each},{estimate}"
        for iso3, estimate in (("CHN", -0.5), ("AUT", 1.0), ("NLD", 1.5), ("FRA", 0.8))
        for year in years for each in DIMENSIONS
    ]  # fmt: skip
    path.write_text("\n".join(["iso3,year,indicator,estimate", *lines, "USA,2022,PV,.."]), "utf-8")
    return path


def test_the_risk_formula_of_the_eu_takes_a_file_of_governance(
    told: Told, document: Document, tmp_path: Path
) -> None:
    words = ("indicator", EU, *OF_2022, "--country", "DE")
    needs = "It needs all six Worldwide Governance Indicators"
    assert needs in told(*words)
    assert needs in " ".join(told("indicator").split())
    file = _six(tmp_path / "six.csv")
    (row,) = document(*words, "--governance", file)["rows"]
    assert row["supply_risk_high"] > row["supply_risk_low"] > 0
    assert needs not in told(*words, "--governance", file)
    whole = tmp_path / "six.parquet"
    pq.write_table(pyarrow.csv.read_csv(file).slice(0, 24), whole)
    assert document(*words, "--governance", whole)["rows"] == [row]


@pytest.mark.parametrize(
    "text",
    [
        "iso3,year,indicator\nCHN,2022,PV\n", "iso3,year,indicator,estimate\nCHN,2022,PV,1\n",
        "iso3,year,indicator,estimate\nCHN,soon,PV,1\n", "",
    ],
)  # fmt: skip
def test_a_file_that_is_no_governance_is_refused(
    refused: Refused, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "six.csv"
    path.write_text(text, "utf-8")
    found = refused("indicator", EU, *OF_2022, "--governance", path)
    assert found["field"] == "governance"
    assert "iso3, year, indicator, estimate" in found["accepted"]


def test_a_material_without_a_code_of_its_own_is_named_with_its_codes(refused: Refused) -> None:
    found = refused("indicator", "geopolrisk", "--material", "Ga")
    assert (found["field"], found["value"]) == ("material", "Gallium")
    assert "811291, shared with Hf, In, Nb, Re, Tl" in found["accepted"]


def test_production_is_told_of_producers_and_of_the_world_once(told: Told) -> None:
    lines = told("indicator", "production", *OF_2022).splitlines()
    assert sum("HHI of production" in line for line in lines) == 1
    start = next(n for n, line in enumerate(lines) if line.startswith("Country"))
    made = [line.split()[-1] for line in lines[start + 1 : lines.index("", start)]]
    tonnes = [float(one.replace(",", "")) for one in made]
    assert tonnes == sorted(tonnes, reverse=True)
    assert all(tonnes)


def test_an_assumption_that_rounds_to_nothing_is_not_told(told: Told) -> None:
    text = told("indicator", "geopolrisk", "--material", "REE", "--years", "2022")
    assumed = {line.split(" %")[0].split()[-1]: line.split(" %")[1].strip()
               for line in text.splitlines() if " %" in line}  # fmt: skip
    assert assumed.pop("0.0") == ""
    assert set(assumed.values()) == {"1"}


def test_materials_and_sources_have_chinese_words(told: Told) -> None:
    text = told("indicator", "hhi", "--material", "REE", "--years", "2022", "--lang", "zh")
    assert "Rare Earths" not in text
    assert text.count("稀土") == 2
    assert label("Bauxite", "zh") == "Bauxite"
    assert label("Tungsten (W)", "zh") == "钨"
    assert label("Graphite", "en") == "Graphite"
    listed = told("indicator", "--lang", "zh")
    assert "as hhi" not in listed
    assert "fraction" not in listed


def test_too_few_flows_are_compared_with_nothing(told: Told, sides: Path) -> None:
    text = told("indicator", OUTLIERS, "284690", "--store", sides)
    assert "0 of 0 compared flows stand apart" in text


@pytest.mark.parametrize(
    "words",
    [
        ("hhi", *OF_2022), ("hhi", "284690", "280530", "--country", "DE"),
        (WORLD, "284690"), ("reliance", "284690"), ("geopolrisk", "--material", "W"),
        (OUTLIERS, *OF_2022),
    ],
)  # fmt: skip
def test_every_chart_is_drawn(told: Told, tmp_path: Path, words: tuple[str, ...]) -> None:
    path = tmp_path / "a.svg"
    told("indicator", *words, "--chart", path)
    text = path.read_text("utf-8")
    assert "Source: CEPII" in text
    assert ("highly concentrated" in text) == (words[0] in {"hhi", WORLD})


def test_a_chart_of_nothing_known_is_empty_and_no_defect(told: Told, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    told("indicator", "geopolrisk", "284690", "--years", "2016", "--chart", path)
    assert path.is_file()
    told("indicator", "hhi", "811292", "--chart", path)
    told("indicator", OUTLIERS, "811292", "--chart", path)


def test_an_upper_bound_is_shown_only_where_it_is_one() -> None:
    assert cell("hhi_high_mass", {"hhi_high_mass": 0.5, "hhi_mass": 0.5}, "en") == ""
    assert cell("hhi_high_mass", {"hhi_high_mass": 0.5, "hhi_mass": 0.4}, "en") == "0.500"
    assert cell("top_mass", {"top_mass": None}, "en") == ""
    assert cell("top_mass", {"top_mass": "CHN"}, "zh") == "中国"


def test_what_is_shown_of_codes_and_of_materials() -> None:
    assert "top_mass" in shown("hhi", by_code=True).columns
    assert "top_mass" not in shown("hhi", by_code=False).columns


def test_every_column_reason_and_name_has_its_words() -> None:
    wanted = {f"flows.column.{c}" for one in SHOWN.values() for c in one.columns + one.of_world}
    wanted |= {f"flows.column.{c}" for c in shown("hhi", by_code=True).columns}
    wanted |= {
        f"flows.{what}.{name}"
        for name in NAMES
        for what in ("indicator", "formula", "unit", "cite")
    }
    wanted |= {f"flows.reason.{code}" for name, code in vars(reasons).items() if name.isupper()}
    assert wanted <= texts.keys()


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (("hhj", "284690"), "indicator"),
        (("hhi",), "code"),
        (("hhi", "284690", "--material", "W"), "material"),
        (("hhi", "--material", "unobtainium"), "material"),
        ((WORLD, "--material", "W"), "material"),
        ((OUTLIERS, "--material", "W"), "material"),
        ((OUTLIERS, "284690", "--country", "DE"), "country"),
        ((WORLD, "284690", "--country", "DE"), "country"),
        (("hhi", "284690", "--governance", "six.csv"), "governance"),
        ((EU, "284690", "--governance", "/no/such/six.csv"), "governance"),
        ((EU, "284690", "--governance", "/no/such/six.parquet"), "governance"),
        (("hhi", "284690", "--country", "Atlantis"), "country"),
    ],
)
def test_bad_input_names_its_field(refused: Refused, words: tuple[str, ...], field: str) -> None:
    found = refused("indicator", *words)
    assert found["field"] == field
    assert found["accepted"]


def test_robust_fits_are_no_query(capsys: pytest.CaptureFixture[str]) -> None:
    from monazite.cli.main import run  # noqa: PLC0415 - only here past the fixtures

    with pytest.raises(SystemExit) as caught:
        run(["trade", "indicator", OUTLIERS, "284690", "--sql", "duckdb"])
    assert caught.value.code == 2
    assert "robust fits" in capsys.readouterr().err
