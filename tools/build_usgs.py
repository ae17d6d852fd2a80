"""Build the chain's tables of USGS figures from the release of the Mineral Commodity Summaries.

The release is a public-domain CSV of the U.S. Geological Survey (ScienceBase, "Mineral Commodity
Summaries 2026 Data Release"). Taken are world production and capacity by country, and what the
United States made, imported, exported, used and held, of the materials whose chains Monazite
follows. World production goes to `usgs-world.csv`, the United States to `usgs-united-states.csv`.

    python tools/build_usgs.py RELEASE.csv
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.catalogue.countries import country as iso2

if TYPE_CHECKING:
    from collections.abc import Iterator

OUT = Path(__file__).parent.parent / "src/monazite/chain/data"
SOURCE = "USGS Mineral Commodity Summaries 2026"
Row = dict[str, str]

MATERIALS = {
    "antimony": "Sb", "gallium": "Ga", "germanium": "Ge", "graphite (natural)": "GRAPHITE",
    "tungsten": "W", "rare earths": "REE", "yttrium": "Y", "alumina": "ALUMINA",
}  # fmt: skip
UNITS = {
    "metric tons": "t", "thousand metric dry tons": "kt", "kilograms": "kg",
}  # fmt: skip
PLACES = {
    "Burma": "MM", "Korea, North": "KP", "Korea, Republic of": "KR", "World total": "WORLD",
    "Other countries": "other",
}  # fmt: skip
WORLD = ("id", "material", "country", "counted", "year", "quantity", "unit")
NATION = ("id", "material", "flow", "form", "year", "quantity", "unit")
COMMON = ("source", "confidence", "note")
_AGAIN = r"^(Production|Imports|Exports|Consumption|Stocks)(,| for consumption)?[:,] "
"""The first words of a statistic say its flow again."""
FLOWS = ("production", "import", "export", "consumption", "stock")


def main(release: Path) -> None:
    """Write both tables."""
    with release.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if _wanted(row)]
    _write("usgs-world", WORLD, (_world(row) for row in rows if row["section"].startswith("World")))
    national = (row for row in rows if row["section"].startswith("Salient"))
    _write("usgs-united-states", NATION, (_nation(row) for row in national))


def _wanted(row: Row) -> bool:
    """Masses of our materials that are printed as a number: W is withheld, a dash is zero."""
    flow = (row["statistics"] or "").lower()
    return (
        row["commodity"].strip().lower() in MATERIALS
        and row["unit"] in UNITS
        and flow in {*FLOWS, "capacity"}
        and re.fullmatch(r"[\d,.]+|—", row["value"].strip()) is not None
    )


def _world(row: Row) -> Row:
    material = MATERIALS[row["commodity"].strip().lower()]
    place = row["country"].strip()
    country = PLACES.get(place) or iso2(place)
    counted = row["statistics_detail"].removesuffix(": rounded").strip().lower()
    what = "capacity" if "capacity" in counted else "production"
    own = f"usgs-world/{_slug(row['commodity'])}-{country}-{row['year']}"
    return {
        "id": own if what == "production" else f"{own}/capacity",
        "material": material, "country": country, "counted": counted, **_figure(row),
    }  # fmt: skip


def _nation(row: Row) -> Row:
    flow, form = row["statistics"].lower(), row["statistics_detail"].strip()
    form = re.sub(_AGAIN, "", form).lower()
    return {
        "id": f"usgs-united-states/{_slug(row['commodity'])}/{flow}/{_slug(form)}-{row['year']}",
        "material": MATERIALS[row["commodity"].strip().lower()], "flow": flow, "form": form,
        **_figure(row),
    }  # fmt: skip


def _figure(row: Row) -> Row:
    value = row["value"].strip().replace(",", "")
    estimated = row["notes"].startswith("Estimated") or "estimate" in row["notes"].lower()
    return {
        "year": row["year"], "quantity": "0" if value == "—" else value,
        "unit": UNITS[row["unit"]], "source": SOURCE,
        "confidence": "found" if estimated else "reported",
        "note": row["notes"].replace(" -- ", "; ").strip(),
    }  # fmt: skip


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")


def _write(name: str, columns: tuple[str, ...], rows: Iterator[Row]) -> None:
    unique = {row["id"]: row for row in rows}
    with (OUT / f"{name}.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, [*columns, *COMMON], lineterminator="\n")
        writer.writeheader()
        writer.writerows(unique.values())
    print(f"{name}: {len(unique)} rows")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
