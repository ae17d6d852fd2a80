from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from monazite.errors import LawDataError
from monazite.law.sources import REGIMES, content_hash, law_files
from monazite.law.store import load, load_from

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def regimes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the law data with a cache of its own."""
    monkeypatch.setenv("MONAZITE_CACHE", str(tmp_path / "cache"))
    return shutil.copytree(REGIMES, tmp_path / "regimes", ignore=shutil.ignore_patterns("cases"))


def test_all_86_measures_are_there_with_their_ids() -> None:
    law = load()
    assert len(law.measures) == 86
    assert sum(len(m.items) for m in law.measures.values()) == 395
    assert len(law.relations) == 45


def test_the_same_content_has_the_same_hash_and_a_changed_day_another(regimes: Path) -> None:
    before = content_hash(regimes)
    assert before == content_hash(REGIMES)
    path = regimes / "CN/measures/CN-2025-18.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("2025-04-04", "2025-04-05"), encoding="utf-8")
    assert content_hash(regimes) != before


def test_the_law_from_the_cache_is_the_law_compiled(regimes: Path, tmp_path: Path) -> None:
    compiled = load_from(regimes)
    assert len(list((tmp_path / "cache/monazite").glob("law-*.json"))) == 1
    cached = load_from(regimes)
    assert cached.measures == compiled.measures
    assert cached.relations == compiled.relations
    assert cached.hash == compiled.hash


def test_a_broken_cache_is_compiled_again(regimes: Path, tmp_path: Path) -> None:
    load_from(regimes)
    for path in (tmp_path / "cache/monazite").glob("*.json"):
        path.write_text("{", encoding="utf-8")
    assert len(load_from(regimes).measures) == 86


def test_a_cache_that_cannot_be_written_is_no_reason_to_refuse(
    regimes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("MONAZITE_CACHE", str(tmp_path / "file"))
    assert len(load_from(regimes).measures) == 86


def test_cases_are_no_part_of_the_law() -> None:
    assert not any("cases" in path.parts for path in law_files(REGIMES))


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("CN/measures/CN-2025-18.yaml", "effect: licence_required", "effect: licence", "effect"),
        ("CN/measures/CN-2025-18.yaml", 'effective_from: "2025-04-04"', 'effective_from: "2025-04-31"', "CN-2025-18"),
        ("CN/measures/CN-2025-18.yaml", "id: CN-2025-18\n", "id: CN-2025-19\n", "CN-2025-18.yaml"),
        ("CN/measures/CN-2025-18.yaml", "materials: [Sm]", "materials: [Zz]", "Zz"),
        ("CN/measures/CN-2025-18.yaml", "official: true", "official: true\nofficial: false", "stands twice"),
        ("CN/measures/CN-2025-18.yaml", "official: true", "official: true\ncolour: red", "colour"),
        ("CN/relations.yaml", "target: CN-2025-57", "target: CN-2025-99", "CN-2025-99"),
        ("CN/relations.yaml", 'until: "2026-11-10"', 'until: "2020-11-10"', "until lies before from"),
        ("CN/parties.csv", "CN-2025-1-EL", "CN-2025-9-EL", "CN-2025-9-EL"),
        ("readings.yaml", "relation: REL-014", "relation: REL-001", "REL-001"),
    ],
)  # fmt: skip
def test_broken_law_is_refused_with_every_problem(
    regimes: Path, file: str, old: str, new: str, says: str
) -> None:
    path = regimes / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(LawDataError, match=says.replace("(", r"\(")):
        load_from(regimes)
