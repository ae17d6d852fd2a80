from __future__ import annotations

import csv
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

import monazite
from monazite.catalogue.countries import countries
from monazite.catalogue.elements import SYMBOLS
from monazite.catalogue.groups import GROUPS
from monazite.facts import TABLES, row, table
from monazite.trade.packaged.tables import production

SHARED = Path(__file__).parents[3] / "shared" / "facts"
DATA = Path(monazite.__file__).parent / "facts" / "data"
CONFIDENCES = {
    "reported", "derived", "derived-weak", "found", "uncertain", "memory", "claimed",
}  # fmt: skip
COMPILED = {
    "us_net_import_reliance": "us-net-import-reliance", "us_import_sources": "us-import-sources",
    "us_prices": "us-prices", "eu_supply_risk": "eu-supply-risk",
    "eu_supply_shares": "eu-supply-shares", "eu_use_shares": "eu-use-shares",
    "stage_supply_iea": "iea-stage-supply",
}  # fmt: skip
VALUES = {
    "us-net-import-reliance": {"value": "value_pct"}, "us-import-sources": {"value": "share_pct"},
    "us-prices": {"value": "value"},
    "eu-supply-risk": {"SR": "supply_risk", "EI": "economic_importance"},
    "eu-supply-shares": {"Share": "share_pct", "t": "trade_parameter"},
    "eu-use-shares": {"Share": "share_pct", "VA in million €": "value_added_million_eur"},
    "iea-stage-supply": {"kt": "quantity_kt"},
}  # fmt: skip
EVERY = [one for name in TABLES for one in table(name)]


def shared(path: str) -> list[dict[str, str]]:
    if not (SHARED / path).exists():
        pytest.skip("the facts beside the repository are missing")
    with (SHARED / path).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def total(prefix: str, periods: str) -> Decimal:
    """The sum of the months and joined months of a year, each period once."""
    rows = {
        one.fields["period"]: Decimal(one.fields["quantity"])
        for one in reversed(EVERY)
        if re.fullmatch(prefix, one.id) and re.fullmatch(periods, one.fields["period"])
    }
    return sum(rows.values(), Decimal(0))


def test_no_two_rows_share_an_id() -> None:
    assert [i for i, n in Counter(one.id for one in EVERY).items() if n > 1] == []


def test_every_row_keeps_a_source_and_a_known_confidence() -> None:
    assert all(one.source.strip() for one in EVERY)
    assert {one.confidence for one in EVERY} <= CONFIDENCES
    values = [one for one in EVERY if one.fields.get("usd_million")]
    assert {one.fields["value_confidence"] for one in values} == {"reported", "derived"}


def test_no_row_names_a_place_of_this_machine() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in DATA.iterdir())
    assert not re.search(r"/work/|/tmp/|/home/|\.\./", text)


def test_numbers_carry_no_digits_that_nobody_printed() -> None:
    assert [one.id for one in EVERY if one.fields.get("quantity", "").endswith(".0")] == []


def test_every_event_is_told_in_both_languages() -> None:
    for event in table("events"):
        assert event.fields["summary"], event.id
        assert re.search(r"[\u4e00-\u9fff]", event.fields["summary_zh"]), event.id


@pytest.mark.parametrize(
    ("series", "periods", "months", "published"),
    [
        ("rare-earths/.*", r"2023-\d\d(/02)?", "52307.0", "rare-earths/2023"),
        ("rare-earths/.*", r"2024-\d\d(/\d\d)?", "55431.5", "rare-earths/2024"),
        ("rare-earths/.*", r"2025-\d\d(/02)?", "62584.8", "rare-earths/2025"),
        ("magnets/.*/WORLD", r"2025-\d\d", "57392", "magnets/2025/WORLD"),
        ("magnets/.*/US", r"2025-\d\d(/02)?", "5940", "magnets/2025/US"),
    ],
)
def test_sums_close_as_the_source_says(
    series: str, periods: str, months: str, published: str
) -> None:
    found = total(series, periods)
    assert found == Decimal(months)
    year = Decimal(row(published).fields["quantity"])
    assert abs(found - year) <= (Decimal(7) if published.endswith("/US") else Decimal("0.5"))


@pytest.mark.shared
@pytest.mark.parametrize(
    ("path", "tables", "more"),
    [
        ("gacc_monthly/magnet_exports_by_destination.csv", ["magnets"], 1),
        (
            "gacc_monthly/gallium_germanium_antimony_exports.csv",
            ["gallium", "germanium", "antimony-metal", "antimony-oxide", "antimony-products"],
            0,
        ),
        ("gacc_monthly/comtrade_monthly_value_rare_earths_2017_2024.csv", ["comtrade-850511"], 0),
        ("regime/events.csv", ["events"], 0),
        ("regime/shares.csv", ["shares"], 0),
        ("regime/article_claims.csv", ["claims"], 0),
        ("regime/end_uses.csv", ["end-uses"], 0),
        ("regime/stockpiles.csv", ["stockpiles"], 0),
        ("regime/deposits.csv", ["deposits"], 0),
        ("regime/magnet_compositions.csv", ["magnet-compositions"], 0),
    ],
)
def test_every_compiled_row_is_carried(path: str, tables: list[str], more: int) -> None:
    packaged = sum(len(table(name)) for name in tables)
    assert packaged == len(shared(path)) + more


@pytest.mark.shared
def test_the_rare_earth_months_are_those_compiled() -> None:
    for one in shared("gacc_monthly/rare_earth_exports_monthly.csv"):
        found = row(f"rare-earths/{one['period']}")
        assert Decimal(found.fields["quantity"]) == Decimal(one["tonnes"])
        assert found.fields["usd_million"] == one["usd_million"]
        assert (found.source, found.confidence) == (one["source_url"], one["confidence"])


@pytest.mark.shared
def test_the_years_and_years_to_date_are_those_compiled() -> None:
    for one in shared("gacc_monthly/rare_earth_exports_annual.csv"):
        found = row(f"rare-earths/{one['year']}")
        assert Decimal(found.fields["quantity"]) == Decimal(one["tonnes"])
        assert found.fields["usd_million"] == one["usd_million"]
    compiled = [
        (Decimal(one["cumulative_tonnes"]), one["usd_million"], one["source_url"])
        for one in shared("gacc_monthly/rare_earth_exports_cumulative.csv")
    ]
    packaged = [
        (Decimal(one.fields["quantity"]), one.fields["usd_million"], one.source)
        for one in table("rare-earths")
        if one.id.startswith("rare-earths-ytd/")
    ]
    assert packaged == compiled


@pytest.mark.shared
def test_deposits_and_magnets_are_those_compiled() -> None:
    for one, compiled in zip(table("deposits"), shared("regime/deposits.csv"), strict=True):
        assert (one.fields["deposit"], one.fields["element"]) == (
            compiled["deposit"],
            compiled["element"],
        )
        printed = compiled["share_of_REO_pct"]
        assert one.fields["share_of_reo_pct"] == printed.removesuffix(".0")
    for one, compiled in zip(
        table("magnet-compositions"), shared("regime/magnet_compositions.csv"), strict=True
    ):
        assert all(one.fields[key] == value for key, value in compiled.items() if key in one.fields)


def test_the_shares_of_a_deposit_add_up_to_about_one_hundred() -> None:
    sums: dict[str, Decimal] = {}
    for one in table("deposits"):
        share = Decimal(one.fields["share_of_reo_pct"].replace("trace", "0"))
        sums[one.fields["deposit"]] = sums.get(one.fields["deposit"], Decimal(0)) + share
    assert len(sums) == 8
    assert all(96 < whole < 104 for whole in sums.values()), sums


@pytest.mark.shared
def test_what_article_a3_claims_is_what_the_changes_say() -> None:
    claims = {one["claim_id"]: one["value"] for one in shared("regime/article_claims.csv")}
    changes = [one for one in table("changes") if one.note.startswith("claim/")]
    assert len(changes) == 4
    for change in changes:
        assert change.fields["change_pct"] == claims[change.note.removeprefix("claim/")]


def test_an_id_begins_with_its_table() -> None:
    # `row` reads a table only for ids that begin with its name or its singular.
    assert [one.id for one in EVERY if not one.id.startswith(one.table.removesuffix("s"))] == []


@pytest.mark.parametrize(
    ("row_id", "field", "printed"),
    [
        ("us-net-import-reliance/antimony-2024", "value_pct", "86"),
        ("us-net-import-reliance/gallium-2025", "value_pct", "100"),
        ("us-net-import-reliance/rare-earths-compounds-and-metals-2021", "value_pct", ">95"),
        ("us-net-import-reliance/rare-earths-mineral-concentrates-2024", "value_pct", "E"),
        ("us-import-sources/antimony/total-metal-and-oxide/CN", "share_pct", "55"),
        ("us-prices/antimony/metal-average-dollars-per-pound-2025", "value", "25"),
        ("eu-supply-risk/gallium-2023", "supply_risk", "3.9"),
        ("eu-supply-risk/hrees-2023", "economic_importance", "4.2"),
        ("eu-supply-risk/aggregates-2011", "supply_risk", ""),
        ("eu-supply-shares/antimony/processing/global/AR", "share_pct", "<0.1"),
        ("eu-use-shares/antimony/flame-retardants/C20", "share_pct", "43"),
        ("iea-stage-supply/cobalt/mining/CD-2024", "quantity_kt", "181.796"),
        ("production-readings/antimony-CN-2024/usgs-2026", "quantity", "40000"),
    ],
)
def test_a_compiled_figure_stays_as_it_was_printed(row_id: str, field: str, printed: str) -> None:
    assert row(row_id).fields[field] == printed


def test_materials_and_countries_of_the_compiled_figures_are_words_of_the_catalogue() -> None:
    for name in COMPILED.values():
        for one in table(name):
            assert one.fields["material"] in {"", *SYMBOLS, *GROUPS}, one.id
            assert one.fields.get("country", "other") in {"other", *countries()}, one.id


@pytest.mark.shared
@pytest.mark.parametrize(("compiled", "name"), COMPILED.items())
def test_every_compiled_figure_is_carried_with_its_source(compiled: str, name: str) -> None:
    rows = shared(f"figures/{compiled}.csv")
    assert [one.source for one in table(name)] == [one["source"] for one in rows]
    for column, field in VALUES[name].items():
        packaged = [one.fields[field] for one in table(name)]
        assert packaged == [as_packaged(column, one[column]) for one in rows]


def as_packaged(column: str, printed: str) -> str:
    """A printed value as the tables carry it: without its unit, and no digits nobody printed."""
    if column == "kt":
        return f"{Decimal(printed).quantize(Decimal('0.001')).normalize():f}"
    if column in {"t", "VA in million €"}:
        return printed.removesuffix(".0")
    return "" if printed == "-" else printed.removesuffix("%")


@pytest.mark.shared
def test_the_compiled_production_is_a_part_of_the_packaged_extract() -> None:
    extract = {(one["iso3"], one["year"], one["quantity"]) for one in production().to_pylist()}
    rows = shared("figures/production.csv")
    assert len(rows) == 1713
    for one in rows:
        iso3 = {"R20": "XKX"}.get(one["iso3"], one["iso3"])
        assert (iso3, int(one["year"]), float(one["quantity"])) in extract, one
