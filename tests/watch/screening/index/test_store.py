from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.watch.screening.index.store import opened, save
from support.watch_index import NAMES, asked_of, index_of

if TYPE_CHECKING:
    from pathlib import Path

VERSIONS = {"csl": "a1", "un": "b2"}
INDEX = index_of(NAMES)


def test_an_index_comes_back_and_finds_the_same(tmp_path: Path) -> None:
    save(INDEX, tmp_path, VERSIONS)
    again = opened(tmp_path, dict(reversed(VERSIONS.items())))
    assert again is not None
    asked = asked_of(["john smyth", "baikzl", "trading orient"])
    for before, after in zip(INDEX.search(asked), again.search(asked), strict=True):
        assert before.tolist() == after.tolist()
    assert again.forms.views_of(2) == INDEX.forms.views_of(2)
    assert again.idf.tolist() == INDEX.idf.tolist()


@pytest.mark.parametrize("versions", [{}, {"csl": "a1"}, {"csl": "a1", "un": "b3"}])
def test_there_is_none_for_other_versions(tmp_path: Path, versions: dict[str, str]) -> None:
    assert opened(tmp_path, VERSIONS) is None
    save(INDEX, tmp_path, VERSIONS)
    assert opened(tmp_path, versions) is None


def test_an_index_of_older_versions_goes_when_a_newer_comes(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    old = save(INDEX, tmp_path, VERSIONS)
    new = save(INDEX, tmp_path, {**VERSIONS, "un": "b3"})
    assert not old.exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([new.name, "notes"])


def test_saving_again_replaces_what_is_there(tmp_path: Path) -> None:
    save(INDEX, tmp_path, VERSIONS)
    save(index_of(["alpha"]), tmp_path, VERSIONS)
    again = opened(tmp_path, VERSIONS)
    assert again is not None
    assert again.forms.names == 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda place: (place / "postings.row.npy").unlink(),
        lambda place: (place / "postings.row.npy").write_bytes(b"\x93NUMPY"),
        lambda place: (place / "index.json").write_text("{"),
        lambda place: (place / "index.json").write_text(json.dumps({"rows": [1, 1]})),
        lambda place: (place / "index.json").unlink(),
    ],
)  # fmt: skip
def test_an_index_that_is_not_whole_is_none(tmp_path: Path, damage: object) -> None:
    assert callable(damage)
    damage(save(INDEX, tmp_path, VERSIONS))
    assert opened(tmp_path, VERSIONS) is None


def test_an_index_whose_writing_broke_off_is_not_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(np, "save", broken)
    with pytest.raises(OSError, match="no space"):
        save(INDEX, tmp_path, VERSIONS)
    monkeypatch.undo()
    assert opened(tmp_path, VERSIONS) is None
    assert list(tmp_path.iterdir()) == []
