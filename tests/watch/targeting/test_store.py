from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.errors import InputError
from monazite.watch.targeting import load, train
from monazite.watch.targeting.settings import Settings
from monazite.watch.targeting.store import keep, versions
from support.watch_declarations import Columns, after, declarations

if TYPE_CHECKING:
    from monazite.watch.targeting.model import Model

QUICK = Settings(most_trees=50, folds=2)


def test_a_model_that_was_kept_scores_and_explains_as_before(
    model: Model, columns: Columns, tmp_path: Path
) -> None:
    version = keep(model, tmp_path / "m")
    again = load(tmp_path / "m")
    later = after(columns, "2025-12-01")
    mine, other = model.score(later), again.score(later)
    np.testing.assert_array_equal(mine.risks, other.risks)
    assert mine.reasons("zh") == other.reasons("zh")
    assert json.loads(json.dumps(model.card)) == again.card
    assert keep(again, tmp_path / "m") == version
    assert versions(tmp_path / "m") == [version]


def test_what_cannot_be_learned_leaves_the_last_good_model_in_force(
    model: Model, columns: Columns, tmp_path: Path
) -> None:
    version = keep(model, tmp_path)
    one_class = columns | {"Outcome": [0] * len(columns["Outcome"])}
    with pytest.raises(InputError, match="one class"):
        train(one_class, "Outcome", "Date", tmp_path)
    text = columns | {"Net Mass": ["heavy", *columns["Net Mass"][1:]]}
    with pytest.raises(InputError, match="row 1"):
        train(text, "Outcome", "Date", tmp_path)
    assert (tmp_path / "current").read_text(encoding="utf-8").strip() == version
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["current", version])


def test_a_stop_while_writing_leaves_the_last_good_model_in_force(
    model: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = keep(model, tmp_path)
    other = train(declarations(1500, 5), "Outcome", "Date", settings=QUICK)

    def fails(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(KeyboardInterrupt):
        keep(other, tmp_path)
    monkeypatch.undo()
    assert load(tmp_path).card == json.loads(json.dumps(model.card))
    assert versions(tmp_path) == [version]


def test_a_version_before_can_be_loaded(model: Model, tmp_path: Path) -> None:
    first = keep(model, tmp_path)
    second = keep(train(declarations(1500, 5), "Outcome", "Date", settings=QUICK), tmp_path)
    assert set(versions(tmp_path)) == {first, second}
    assert load(tmp_path).card["rows"] == 1500
    assert load(tmp_path, first).card["rows"] == model.card["rows"]


@pytest.mark.parametrize("name", ["0-trees.txt", "0-arrays.npz", "model.json"])
def test_files_that_are_not_as_they_were_written_are_refused(
    model: Model, tmp_path: Path, name: str
) -> None:
    version = keep(model, tmp_path)
    path = tmp_path / version / name
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(InputError, match="as they were written"):
        load(tmp_path)


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="watch train"):
        load(tmp_path / "none")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(InputError):
        train(declarations(1500, 5), "Outcome", "Date", tmp_path / "file", settings=QUICK)
