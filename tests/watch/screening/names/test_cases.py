"""The cases that a person of the field wrote, against views alone, without any tolerance."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from support.names_met import met, met_by_sound

_CASES = Path(__file__).parents[3] / "cases" / "watch"
_SURE = 0.7
"""Weight from which views that are equal speak for one party."""


def _pairs(name: str, part: str) -> list[tuple[str, str]]:
    groups = yaml.safe_load((_CASES / f"{name}.yaml").read_text("utf-8"))[part]
    return [(str(one), str(other)) for group in groups for one, other in group["pairs"]]


def test_persons_are_found_under_their_other_spellings() -> None:
    pairs = _pairs("chinese-persons", "same")
    missed = [pair for pair in pairs if met(*pair, "person") < _SURE]
    assert len(pairs) == 200
    assert len(missed) <= 0.02 * len(pairs), missed


def test_persons_one_syllable_apart_are_not() -> None:
    pairs = _pairs("chinese-persons", "different")
    wrong = [pair for pair in pairs if met(*pair, "person") >= _SURE]
    assert len(pairs) == 100
    assert not wrong


def test_whoever_is_found_is_found_the_other_way_round() -> None:
    for one, other in _pairs("chinese-persons", "same")[::7]:
        assert met(one, other, "person") == pytest.approx(met(other, one, "person"))


@pytest.mark.parametrize("pair", _pairs("organisations", "exact"), ids=" = ".join)
def test_firms_are_found_under_their_other_spellings(pair: tuple[str, str]) -> None:
    assert met(*pair, "company") >= 0.6


@pytest.mark.parametrize("pair", _pairs("organisations", "by_sound"), ids=" = ".join)
def test_foreign_firms_are_found_by_the_sounds_that_characters_spell(pair: tuple[str, str]) -> None:
    assert met_by_sound(*pair)


@pytest.mark.parametrize("pair", _pairs("organisations", "different"), ids=" / ".join)
def test_firms_that_differ_in_one_word_are_not_one(pair: tuple[str, str]) -> None:
    assert met(*pair, "company") < _SURE


@pytest.mark.parametrize("pair", _pairs("foreign-persons", "by_sound"), ids=" = ".join)
def test_foreign_persons_are_found_by_the_sounds_that_characters_spell(
    pair: tuple[str, str],
) -> None:
    assert met_by_sound(*pair, "person")


@pytest.mark.parametrize("pair", _pairs("foreign-persons", "different"), ids=" / ".join)
def test_foreign_persons_of_another_surname_are_not(pair: tuple[str, str]) -> None:
    assert not met_by_sound(*pair, "person")
