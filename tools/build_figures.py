"""Build the packaged tables of facts from the compiled figures of USGS, the EU and the IEA.

The folder holds one CSV file a table, compiled by hand from the publishers' releases. Here every
row gets its id, the catalogue's words for material and country, and its confidence; a printed
value such as ">95", "<0.1" or "E" stays as it was printed.

    python tools/build_figures.py FOLDER
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.catalogue.countries import country as iso2
from monazite.catalogue.elements import element
from monazite.catalogue.groups import group
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

OUT = Path(__file__).parent.parent / "src/monazite/facts/data"
COMMON = ("source", "confidence", "note")
Row = dict[str, str]

MATERIALS = {
    "aluminium": "Al", "bauxite": "Al", "baryte": "Ba", "barytes": "Ba", "borate": "B",
    "fluorspar": "F", "graphite (natural)": "GRAPHITE_NATURAL", "graphite": "GRAPHITE_NATURAL",
    "natural graphite": "GRAPHITE_NATURAL", "hrees": "HREE", "rare earths (heavy)": "HREE",
    "lrees": "LREE", "rare earth elements": "REE", "iron ore": "Fe", "magnesite": "Mg",
    "magnesium compounds": "Mg", "magnesium metal": "Mg", "niobium (columbium)": "Nb",
    "phosphate rock": "P", "potash": "K", "silica sand": "Si", "silicon metal": "Si",
    "sulphur": "S", "titanium metal": "Ti", "titanium ores": "Ti",
    "titanium mineral concentrates": "Ti", "titanium sponge metal": "Ti",
}  # fmt: skip
"""Names of tables whose material is not the name itself; other names may have none."""
COUNTRIES = {
    "brasil": "BR", "congo (kinshasa)": "CD", "congo, d.r.": "CD", "congo d.r.": "CD",
    "drc": "CD", "democratic republic of congo": "CD", "congo, rep.": "CG", "congo, r.": "CG",
    "korea, republic of": "KR", "korea, south": "KR", "korea s.": "KR", "south korea": "KR",
    "korea, north": "KP", "libanon": "LB", "rest of world": "other", "other countries": "other",
    "others": "other", "other": "other",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
    """How one compiled file becomes one packaged table."""

    source: str
    name: str
    columns: tuple[str, ...]
    build: Callable[[Row], Row]
    key: Callable[[Row], str]


def slug(text: str) -> str:
    """Words as they stand in an id."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def material(name: str) -> str:
    """The catalogue's word for a table's name; empty where it has none."""
    if known := MATERIALS.get(name.lower()):
        return known
    try:
        return element(name)
    except InputError:
        return group(name) or ""


def place(name: str) -> str:
    """The ISO2 code of a country, or `other` for what a table puts together."""
    return COUNTRIES.get(name.lower()) or iso2(name)


def digits(text: str) -> str:
    """A number without the `.0` that nobody printed; any other text as it is."""
    return text.removesuffix(".0")


def reliance(row: Row) -> Row:
    """USGS: net import reliance of the United States."""
    measure = row["statistics_detail"].replace("relianceas", "reliance as").replace(": C", ", c")
    value = row["value"]
    return {
        "material": material(row["commodity"]),
        "commodity": row["commodity"],
        "measure": measure.replace(": M", ", m"),
        "year": row["year"],
        "value_pct": value,
        "note": "E: net exporter" if value == "E" else "",
    }


def import_source(row: Row) -> Row:
    """USGS: where imports of the United States come from."""
    return {
        "material": material(row["commodity"]),
        "commodity": row["commodity"],
        "form": row["statistics_detail"],
        "country": place(row["country"]),
        "years": "2021-2024",
        "share_pct": row["value"],
    }


def price(row: Row) -> Row:
    """USGS: prices as printed; a text such as a range stays."""
    return {
        "material": material(row["commodity"]),
        "commodity": row["commodity"],
        "price": row["statistics_detail"].removeprefix("Price, "),
        "unit": row["unit"],
        "year": row["year"],
        "value": row["value"],
    }


def supply_risk(row: Row) -> Row:
    """EU: supply risk and economic importance by assessment."""
    name = " ".join(row["Material"].split())
    assessed = row["SR"] != "-"
    return {
        "material": material(name),
        "name": name,
        "year": row["Year"],
        "supply_risk": row["SR"] if assessed else "",
        "economic_importance": row["EI"] if assessed else "",
        "note": "" if assessed else "not assessed in that year",
    }


def supply_share(row: Row) -> Row:
    """EU: shares of global supply and of EU sourcing with the trade parameter."""
    return {
        "material": material(row["Material"]),
        "name": row["Material"],
        "stage": {"E": "extraction", "P": "processing"}[row["Stage"]],
        "scope": {"global": "global", "EU sourcing": "EU"}[row["scope"]],
        "country": place(row["Country"]),
        "share_pct": row["Share"].removesuffix("%"),
        "trade_parameter": digits(row["t"]),
    }


def use_share(row: Row) -> Row:
    """EU: shares of uses with the sector of the economy that they stand in."""
    sector = " ".join(row["NACE sector"].split())
    return {
        "material": material(row["Material"]),
        "name": row["Material"],
        "application": " ".join(row["Application"].split()),
        "share_pct": row["Share"].removesuffix("%"),
        "sector": sector.partition(" - ")[0],
        "sector_name": sector.partition(" - ")[2],
        "value_added_million_eur": digits(row["VA in million €"]),
    }


def stage_supply(row: Row) -> Row:
    """IEA: mining and refining by country, to a tonne."""
    return {
        "material": material(row["mineral"]),
        "mineral": row["mineral"],
        "stage": row["stage"],
        "country": place(row["country"]),
        "year": row["year"],
        "quantity_kt": str(
            Decimal(row["kt"]).quantize(Decimal("0.001")).normalize().__format__("f")
        ),
        "note": "; ".join(note for note in iea_notes(row) if note),
    }


def iea_notes(row: Row) -> tuple[str, str]:
    """What a reader of an IEA figure must know."""
    return (
        "" if row["year"] == "2024" else "projection, base case",
        "the four magnet rare earths alone" if row["mineral"].startswith("Rare Earth") else "",
    )


def detail(row: Row) -> str:
    """What a measure of reliance is of, where it is not all of the commodity."""
    return row["measure"].partition("consumption")[2]


TABLES = (
    Table("us_net_import_reliance", "us-net-import-reliance",
          ("material", "commodity", "measure", "year", "value_pct"), reliance,
          lambda row: f"{slug(row['commodity'] + detail(row))}-{row['year']}"),
    Table("us_import_sources", "us-import-sources",
          ("material", "commodity", "form", "country", "years", "share_pct"), import_source,
          lambda row: f"{slug(row['commodity'])}/{slug(row['form'])}/{row['country']}"),
    Table("us_prices", "us-prices",
          ("material", "commodity", "price", "unit", "year", "value"), price,
          lambda row: f"{slug(row['commodity'])}/{slug(row['price'])}-{row['year']}"),
    Table("eu_supply_risk", "eu-supply-risk",
          ("material", "name", "year", "supply_risk", "economic_importance"), supply_risk,
          lambda row: f"{slug(row['name'])}-{row['year']}"),
    Table("eu_supply_shares", "eu-supply-shares",
          ("material", "name", "stage", "scope", "country", "share_pct", "trade_parameter"),
          supply_share,
          lambda row: "/".join((slug(row["name"]), row["stage"], row["scope"].lower(),
                                row["country"]))),
    Table("eu_use_shares", "eu-use-shares",
          ("material", "name", "application", "share_pct", "sector", "sector_name",
           "value_added_million_eur"), use_share,
          lambda row: f"{slug(row['name'])}/{slug(row['application'])}/{row['sector'] or 'none'}"),
    Table("stage_supply_iea", "iea-stage-supply",
          ("material", "mineral", "stage", "country", "year", "quantity_kt"), stage_supply,
          lambda row: f"{slug(row['mineral'])}/{row['stage']}/{row['country']}-{row['year']}"),
)  # fmt: skip


def numbered(rows: Iterable[Row]) -> Iterable[Row]:
    """Rows whose ids differ: a row that the source prints again gets `/2`."""
    seen: Counter[str] = Counter()
    for row in rows:
        seen[row["id"]] += 1
        again = seen[row["id"]]
        yield row if again == 1 else row | {"id": f"{row['id']}/{again}", "note": "printed twice"}


def packaged(table: Table, folder: Path) -> list[Row]:
    """The rows of a packaged table."""
    with (folder / f"{table.source}.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            {"note": "", "source": row["source"]} | table.build(row) for row in csv.DictReader(file)
        ]
    keyed = (
        {"id": f"{table.name}/{table.key(row)}", "confidence": "reported"} | row for row in rows
    )
    return list(numbered(keyed))


def main(folder: Path) -> None:
    """Write every table."""
    for table in TABLES:
        rows = packaged(table, folder)
        with (OUT / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, ("id", *table.columns, *COMMON), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        print(f"{table.name}: {len(rows)} rows")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
