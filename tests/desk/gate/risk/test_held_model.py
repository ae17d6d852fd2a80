"""The model in force, looked at again and again while others put new ones there."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple

import pytest

from monazite.desk.gate.risk.held_model import Holder
from monazite.watch.targeting import store
from monazite.watch.targeting.table.schema import Column, Schema

if TYPE_CHECKING:
    from pathlib import Path

GOOD = Schema("outcome", "date", (Column("hs", "code", "category"),))
FOREIGN = Schema("Fraud", "Date", (Column("HS Code", "code", "category"),))


class Learned(NamedTuple):
    """A model of which only the columns matter."""

    schema: Schema


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Versions that were loaded; `good…` and `foreign` are models, others are really read."""
    names: list[str] = []
    real = store.load

    def load(folder: Path, version: str) -> object:
        names.append(version)
        if version.startswith("good"):
            return Learned(GOOD)
        return Learned(FOREIGN) if version == "foreign" else real(folder, version)

    monkeypatch.setattr(store, "load", load)
    return names


def named(folder: Path, version: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "current").write_text(f"{version}\n", encoding="utf-8")


def version(holder: Holder, folder: Path) -> str | None:
    held = holder.look(folder)
    return held.version if held else None


def test_without_a_folder_there_is_none(tmp_path: Path, loaded: list[str]) -> None:
    assert version(Holder(), tmp_path / "model") is None
    assert loaded == []


def test_it_is_loaded_once_and_again_when_another_is_named(
    tmp_path: Path, loaded: list[str]
) -> None:
    holder = Holder()
    for name in ("good1", "good1", "good2", "good2"):
        named(tmp_path, name)
        assert version(holder, tmp_path) == name
    assert loaded == ["good1", "good2"]
    (tmp_path / "current").unlink()
    assert version(holder, tmp_path) is None


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    ("name", "why"), [("damaged", "files as they were written"), ("foreign", "HS Code")]
)
def test_the_last_good_one_stays_and_the_log_says_why_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, name: str, why: str
) -> None:
    (tmp_path / "damaged").mkdir()
    (tmp_path / "damaged" / "model.json").write_text("{", encoding="utf-8")
    holder = Holder()
    named(tmp_path, "good1")
    assert version(holder, tmp_path) == "good1"
    named(tmp_path, name)
    with caplog.at_level(logging.WARNING):
        assert [version(holder, tmp_path) for _ in range(3)] == ["good1"] * 3
    (message,) = caplog.messages
    assert name in message
    assert why in message
    named(tmp_path, "good2")
    assert version(holder, tmp_path) == "good2"


@pytest.mark.usefixtures("loaded")
def test_a_damaged_one_alone_scores_nothing(tmp_path: Path) -> None:
    named(tmp_path, "gone")
    assert version(Holder(), tmp_path) is None
