"""Build the packaged table of countries.

Codes come from the open data set datasets/country-codes (PDDL), names in English and Chinese from
Unicode's CLDR (Unicode licence) as PyPI's `babel` carries it, other words from country_words.yaml.

    python -m venv VENV && VENV/bin/pip install babel pyyaml
    VENV/bin/python tools/build_countries.py country-codes.csv
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import Any

import yaml
from babel import Locale

HERE = Path(__file__).parent
OUT = HERE.parent / "src/monazite/catalogue/data/countries.csv"
COLUMNS = ("iso2", "iso3", "m49", "en", "zh", "aliases", "note")
UN_NAMES = ("UNTERM English Short", "official_name_en", "UNTERM Chinese Short", "official_name_cn")


def other_words(row: dict[str, str], names: dict[str, str], words: dict[str, Any]) -> list[str]:
    """Every further word of a country: by hand, the UN's names, and CLDR's where ours differ."""
    iso2 = row["ISO3166-1-Alpha-2"]
    found = [
        *words["aliases"].get(iso2, ()),
        *(row[column].removesuffix(" (the)") for column in UN_NAMES),
        *(Locale(lang).territories[iso2] for lang in ("en", "zh")),
    ]
    left_out = {"", *names.values(), *words["ambiguous"]}
    return [word for word in dict.fromkeys(found) if word not in left_out]


def country(row: dict[str, str], words: dict[str, Any]) -> dict[str, str]:
    """One row of our table from one of the data set's."""
    iso2 = row["ISO3166-1-Alpha-2"]
    names = {lang: Locale(lang).territories[iso2] for lang in ("en", "zh")}
    names |= words["names"].get(iso2, {})
    return {
        "iso2": iso2,
        "iso3": row["ISO3166-1-Alpha-3"],
        "m49": row["ISO3166-1-numeric"].zfill(3),
        **names,
        "aliases": "|".join(other_words(row, names, words)),
        "note": words["notes"].get(iso2, ""),
    }


def main(source: Path) -> None:
    """Write the table, sorted by ISO2, with the places that only statistics know at the end."""
    words = yaml.safe_load((HERE / "country_words.yaml").read_text(encoding="utf-8"))
    with source.open(encoding="utf-8-sig", newline="") as file:
        found = [country(row, words) for row in csv.DictReader(file)]
    found.sort(key=lambda row: row["iso2"])
    found += [each | {"aliases": "|".join(each["aliases"])} for each in words["extra"]]
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(found)
    print(f"{OUT.name}: {len(found)} rows")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
