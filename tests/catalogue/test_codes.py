from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import monazite
from monazite.catalogue import codes
from monazite.catalogue.documents import document
from monazite.catalogue.elements import SYMBOLS
from monazite.catalogue.forms import FORMS
from monazite.catalogue.groups import GROUPS
from monazite.catalogue.tables import rows
from monazite.errors import InputError

REGIMES = Path(monazite.__file__).parent / "regimes"
OUTSIDE_THE_TREE = {"8107", "811092", "81121", "81122", "81123", "81124", "81125", "81126"}
"""A heading of HS 2017, a misprint of an announcement, and parts of a heading's numbers."""


@cache
def references() -> dict[str, list[dict[str, Any]]]:
    """Every commodity code of the law data and the entries that name it."""
    found: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(REGIMES.glob("*/measures/*.yaml")):
        measure = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        for item in measure.get("items", ()):
            for key in ("hs_reference", "hs_reference_2026"):
                for code in item.get(key, {}).get("codes", ()):
                    found.setdefault(code, []).append(item)
    return found


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("8505", "8505"),
        ("850511", "850511"),
        ("85051110", "85051110"),
        ("8505111000", "8505111000"),
        ("8505.11.1000", "8505111000"),
        (" 8505 11 10 00 ", "8505111000"),
        ("0101", "0101"),
    ],
)
def test_a_code_is_read_with_dots_and_spaces(text: str, digits: str) -> None:
    assert codes.commodity_code(text) == digits


@pytest.mark.parametrize(
    "text",
    ["", "85", "85051", "850511100", "85051110001", "85O511", "0085", "-8505", ".8505", "８５０５"],
)
def test_a_code_of_the_wrong_length_or_kind_is_refused(text: str) -> None:
    with pytest.raises(InputError) as caught:
        codes.commodity_code(text, "hs_code")
    assert (caught.value.field, caught.value.value) == ("hs_code", text)
    assert "4, 6, 8 or 10 digits" in caught.value.accepted


def test_to_six_digits_a_code_is_everyones_and_below_it_has_an_owner() -> None:
    national = codes.read("8505.11.1000", "CN")
    assert (national.jurisdiction, national.vintage) == ("CN", "HS2022")
    assert (national.hs6(), national.written()) == ("850511", "8505.11.1000")
    world = codes.read("8505", "CN", vintage="HS2017")
    assert (world.jurisdiction, world.vintage, world.written()) == ("WCO", "HS2017", "8505")


def test_the_tree_is_whole() -> None:
    known = {row["code"]: row["parent"] for row in rows("hs")}
    assert len(known) == len(rows("hs")) > 6900
    assert {row["vintage"] for row in rows("hs")} == {"HS2022"}
    assert sum(len(code) == 6 for code in known) > 5600
    for code, parent in known.items():
        assert len(code) == 2 or (parent in known and code.startswith(parent))


def test_a_code_is_described_by_itself_or_the_nearest_above() -> None:
    assert codes.describe("8505111000", "en") == codes.describe("850511", "en")
    assert "permanent magnets" in str(codes.describe("850511", "en"))
    assert codes.describe("850599", "en") == codes.describe("8505", "en")
    assert codes.describe("7799", "en") is None


def test_chinese_words_are_there_for_the_headings_that_matter() -> None:
    assert codes.describe("2846901500", "zh") == "稀土金属、钇、钪及其混合物的无机或有机化合物"
    assert codes.describe("0101", "zh") is None


def test_the_longest_prefix_wins() -> None:
    powder, other, heading = (codes.hint(c) for c in ("8101100010", "81019910", "8101"))
    assert powder is not None
    assert other is not None
    assert heading is not None
    assert powder.forms == {"powder"}
    assert "powder" not in other.forms
    assert (powder.prefix, other.prefix, heading.prefix) == ("810110", "810199", "8101")


def test_a_hint_holds_the_members_of_its_groups() -> None:
    found = codes.hint("280530")
    assert found is not None
    assert found.elements == GROUPS["REE"].elements
    assert codes.hint("0101") is None


@pytest.mark.parametrize("prefix", sorted(document("hints")))
def test_a_hint_speaks_the_words_of_the_catalogue(prefix: str) -> None:
    found = codes.hint(prefix)
    assert found is not None
    assert found.prefix == prefix
    assert found.forms <= set(FORMS) - {"any"}
    assert found.forms
    assert found.elements <= SYMBOLS
    assert found.groups <= GROUPS.keys()
    assert found.name_en
    assert not found.name_zh.isascii()
    assert (prefix in {row["code"] for row in rows("hs")}) != (prefix in OUTSIDE_THE_TREE)


def test_every_code_of_the_law_data_has_a_hint_that_fits_its_entries() -> None:
    assert len(references()) > 100
    for code, items in references().items():
        found = codes.hint(code)
        assert found is not None, code
        for item in items:
            materials = set(item["materials"])
            assert {item["form"], *item.get("also_forms", ())} & found.forms, (code, item["id"])
            assert materials & SYMBOLS <= found.elements, (code, item["id"])
