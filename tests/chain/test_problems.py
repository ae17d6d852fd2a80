"""Every problem of a file has a sentence and a remedy, and none of them is there for nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import monazite.chain
from monazite.catalogue import texts
from monazite.chain.problems import Problem

CHAIN = Path(monazite.chain.__file__).parent
FILES = Path(texts.__file__).parent / "data" / "texts" / "chain" / "files.yaml"
KEYS = yaml.safe_load(FILES.read_text(encoding="utf-8"))
CODES = {key.removeprefix("chain.problem.") for key in KEYS if ".problem." in key}
BY_KIND = {"no_make", "no_market"}
"""Put together from the kind of node that is not known."""


def test_what_is_wrong_and_what_mends_it_stand_side_by_side() -> None:
    remedies = {key.removeprefix("chain.remedy.") for key in KEYS if ".remedy." in key}
    assert remedies == CODES
    assert len(KEYS) == 2 * len(CODES)


def test_every_problem_is_found_somewhere() -> None:
    read = [
        path for folder in (".", "companies", "products") for path in (CHAIN / folder).glob("*.py")
    ]
    named = {
        word
        for path in read
        for word in re.findall(r'"([a-z_]+)"', path.read_text(encoding="utf-8"))
    }
    assert sorted(CODES - BY_KIND - named) == []
    assert 'f"no_{kind}"' in (CHAIN / "sources.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_problem_is_a_json_object_with_its_row(lang: str) -> None:
    found = Problem("given.csv", 7, "unit", "stone", "unknown_unit", {"masses": "kg, t"}).document(
        lang
    )
    assert (found["file"], found["row"], found["field"]) == ("given.csv", 7, "unit")
    assert "7" in found["wrong"]
    assert "kg, t" in found["remedy"]
