from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monazite.catalogue.texts import keys
from monazite.chain import words
from monazite.chain.pictures.wording import place, rounded
from monazite.chain.stages import STAGES
from monazite.chain.words import percent

SOURCE = "".join(
    path.read_text() for path in Path(str(files("monazite.chain.pictures"))).glob("*.py")
)
MADE = ("chain.pictures.head.", "chain.pictures.way.")
"""Families whose last word is put in when the picture is made."""
PLAIN = {"chain.pictures.others", "chain.pictures.unknown"}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"), (390_123.4, "390,000"), (1234.5, "1,230"), (999.6, "1,000"), (12.34, "12.3"),
        (12.0, "12"), (0.0123456, "0.0123"), (100.0, "100"),
    ],
)  # fmt: skip
def test_a_number_has_three_digits_that_count(value: float, text: str) -> None:
    assert rounded(value) == text


@given(st.floats(1e-6, 1e9))
def test_rounding_moves_a_number_by_less_than_a_hundredth(value: float) -> None:
    assert float(rounded(value).replace(",", "")) == pytest.approx(value, rel=0.0051)


@pytest.mark.parametrize(
    ("share", "text"),
    [(0, "0%"), (0.004, "<1%"), (0.006, "1%"), (0.5, "50%"), (0.996, ">99%"), (1, "100%"), (1 + 1e-12, "100%")],
)  # fmt: skip
def test_neither_nothing_nor_all_is_said_of_what_is_not(share: float, text: str) -> None:
    assert percent(share) == text


def test_places_have_names_and_unknown_ones_stand_as_they_are() -> None:
    assert place("CHN", "zh") == "中国"
    assert place("others", "en") == "Others"
    assert words.country("ROW", "en") == "Rest of the world"
    assert words.country("C07", "en") == "C07"
    assert words.sector("toys", "en") == "toys"
    assert words.material("Dy", "zh") == "镝"
    assert words.material("REE", "en") == "rare earths"
    assert words.material("unobtainium", "en") == "unobtainium"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_stage_has_a_name(lang: str) -> None:
    assert len({words.stage(stage, lang) for stage in STAGES}) == len(STAGES)


def test_every_sentence_that_is_named_is_there() -> None:
    named = set(re.findall(r'"(chain\.pictures\.[\w.]+\w)"', SOURCE))
    assert len(named) > 20
    assert named <= keys()


def test_no_sentence_is_there_for_nothing() -> None:
    ours = {key for key in keys() if key.startswith("chain.pictures.")}
    last = {key: key.rpartition(".")[2] for key in ours}
    idle = {
        key
        for key in ours - PLAIN
        if f'"{key.removesuffix(".one")}"' not in SOURCE
        and not (key.startswith(MADE) and re.search(rf"\b{last[key]}\b", SOURCE, re.IGNORECASE))
    }
    assert idle == set()
