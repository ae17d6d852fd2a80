from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from monazite.chain.schema import schema

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Told = Callable[..., str]
    Document = Callable[..., dict[str, Any]]

WORDS = ("profile", "US", "rare earths", "--draws", "5")


def test_a_profile_tells_stages_sectors_losses_and_notes(told: Told) -> None:
    text = told(*WORDS)
    for word in ("United States", "Stage by stage", "By sector", "What is lost without a country"):
        assert word in text
    assert "GeoPolRisk" in text
    assert "monazite chain gaps REE" in " ".join(text.split())


def test_the_document_is_as_its_schema_says(document: Document) -> None:
    found = document(*WORDS)
    Draft202012Validator(schema("profile")).validate(found)
    assert any(note["code"] == "mine_only" for note in found["notes"])


def test_in_chinese_every_word_is_chinese(told: Told) -> None:
    text = told(*WORDS, "--lang", "zh")
    assert "各环节" in text
    assert "Stage" not in text


def test_a_country_of_which_no_use_is_known(told: Told) -> None:
    assert told("profile", "Tuvalu", "Ga", "--draws", "0").count("No use is known") == 1


def test_without_estimates_no_sentence_speaks_of_one(told: Told) -> None:
    said = " ".join(told("profile", "US", "Dy", "--draws", "0", "--no-estimates").split())
    assert "Nobody prints" in said
    assert "passed an amount that was estimated" not in said
    assert " 0 t" not in said


def test_a_stage_tells_what_is_not_known_and_how_much_there_is(told: Told) -> None:
    said = " ".join(told("profile", "DE", "Dy", "--draws", "0").split())
    assert "Maker not known" in said
    assert "Origin not known" in said
    assert "A loss takes out" in said


@pytest.mark.parametrize("kind", [".svg", ".html"])
def test_the_stages_as_a_picture(told: Told, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"a{kind}"
    told(*WORDS, "--chart", path)
    assert "United States" in path.read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_years_as_a_picture(told: Told, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    told("profile", "DE", "Ga", "--draws", "0", "--picture", "history", "--chart", path)
    assert "2018" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (("Atlantis", "Dy"), "country"),
        (("DE", "unobtainium"), "material"),
        (("DE", "Dy", "--year", "2040"), "year"),
        (("Tuvalu", "Dy", "--draws", "0", "--chart", "a.svg"), "chart"),
    ],
)
def test_bad_input_names_its_field(
    refused: Callable[..., dict[str, str]], words: tuple[str, ...], field: str
) -> None:
    assert refused("profile", *words)["field"] == field
