from __future__ import annotations

import csv
import gzip
from collections import Counter
from pathlib import Path

import pytest

from monazite.trade.nomenclature.links import EDITIONS, HEADINGS, SINGLE, codes, edition_of, links

SHARED = Path(__file__).parents[4] / "shared" / "data" / "hs_nomenclature"
YEARS = dict(zip(EDITIONS, ("1992", "1996", "2002", "2007", "2012", "2017", "2022"), strict=True))
EVERY = [link for edition in EDITIONS for link in links(edition)]


def test_every_link_keeps_its_source_and_says_what_moved_wherever_it_is_not_the_same_code() -> None:
    assert all(link.source and link.confidence == "found" for link in EVERY)
    assert all(bool(link.what) == bool(link.what_zh) for link in EVERY)
    assert all(link.what for link in EVERY if link.old != link.new)


def test_no_link_is_written_twice() -> None:
    keys = Counter((link.edition, link.old, link.new) for link in EVERY)
    assert max(keys.values()) == 1


def test_what_a_link_names_stands_in_the_editions_beside_it() -> None:
    for link in EVERY:
        before = EDITIONS[EDITIONS.index(link.edition) - 1]
        assert link.old in codes(before), link
        assert link.trace or link.new in codes(link.edition), link


def test_the_first_edition_brought_no_links() -> None:
    assert links("HS92") == ()


@pytest.mark.parametrize(
    ("nomenclature", "edition"),
    [
        ("HS17", "HS17"),
        ("EU-CN2023", "HS22"),
        ("US-HTS2021", "HS17"),
        ("CN-HS2025", "HS22"),
        ("CN-HS1987", None),
        ("SITC4", None),
    ],
)
def test_a_national_nomenclature_stands_on_the_edition_of_its_year(
    nomenclature: str, edition: str | None
) -> None:
    assert edition_of(nomenclature) == edition


def opened(name: str) -> list[dict[str, str]]:
    path = SHARED / name
    if not path.exists():
        pytest.skip("the nomenclature beside the repository is missing")
    if name.endswith(".gz"):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            return list(csv.DictReader(file))
    import pyarrow.parquet as pq  # noqa: PLC0415 - one test alone

    return list(pq.read_table(path).to_pylist())


@pytest.mark.shared
@pytest.mark.parametrize("edition", EDITIONS[1:])
def test_the_links_are_those_of_the_un(edition: str) -> None:
    before = EDITIONS[EDITIONS.index(edition) - 1]
    covered = codes(edition) | codes(before)
    published = {
        (row["code_before"], row["code_after"])
        for row in opened("hs_concordance_adjacent_vintages.csv.gz")
        if row["adjustment"] == f"{YEARS[edition]} to {YEARS[before]}"
        and not (row["relationship"] == "1:1" and row["code_before"] == row["code_after"])
        and _in_scope(row, covered)
    }
    assert {(link.old, link.new) for link in links(edition)} == published


def _in_scope(row: dict[str, str], covered: frozenset[str]) -> bool:
    """Whether a covered code is at one end; 252700 is an end alone, and its own moves are not ours."""
    ends = {row["code_before"], row["code_after"]}
    return any(
        code[:4] in HEADINGS or code in SINGLE or code in {"252810", "252890"}
        for code in ends & covered
    )


@pytest.mark.shared
@pytest.mark.parametrize("edition", EDITIONS)
def test_the_codes_of_every_edition_are_those_published(edition: str) -> None:
    published = {
        row["code"]
        for row in opened("hs_all_vintages.parquet")
        if row["vintage"] == f"HS{YEARS[edition]}"
        and row["code"][:4] in HEADINGS
        and int(row["level"]) == 6
    }
    assert {code for code in codes(edition) if code[:4] in HEADINGS} == published
