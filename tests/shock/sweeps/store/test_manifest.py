from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.shock.sweeps.store.manifest import FORMAT, NAME, differing, read
from support.shock_sweeps import manifest

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_written_is_read(tmp_path: Path) -> None:
    made = manifest()
    (tmp_path / NAME).write_bytes(made.written())
    assert read(tmp_path) == made
    found = json.loads((tmp_path / NAME).read_text(encoding="utf-8"))
    assert (found["format"], found["sweep"]) == (FORMAT, made.sweep)
    assert (found["variations"], found["scenarios"]) == (6, 600)


def test_every_member_makes_another_sweep() -> None:
    made = manifest()
    others = [
        replace(made, draws=99), replace(made, seed=2), replace(made, chunk=256),
        replace(made, points=made.points[:-1]), replace(made, world="00"),
        replace(made, code={"monazite": "0.2.0"}), replace(made, scenario={"id": "b"}),
    ]  # fmt: skip
    assert len({one.sweep for one in (made, *others)}) == len(others) + 1
    assert [differing(made, one) for one in others] == [
        ("draws",), ("seed",), ("chunk",), ("points",), ("world",), ("code",), ("scenario",),
    ]  # fmt: skip


def test_a_store_of_another_version_is_refused_with_both(tmp_path: Path) -> None:
    found = json.loads(manifest().written()) | {"format": "monazite.sweep/2"}
    (tmp_path / NAME).write_text(json.dumps(found), encoding="utf-8")
    with pytest.raises(
        InputError, match=r"monazite\.sweep/1; this one is monazite\.sweep/2"
    ) as error:
        read(tmp_path)
    assert (error.value.field, error.value.code) == ("out", "format")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"format": "monazite.sweep/1"}',
        '{"format": "monazite.sweep/3", "code": 4}',
    ],
)
def test_what_is_no_manifest_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as error:
        read(tmp_path)
    assert error.value.field == "out"


def test_one_that_was_changed_is_refused(tmp_path: Path) -> None:
    found = json.loads(manifest().written()) | {"seed": 7}
    (tmp_path / NAME).write_text(json.dumps(found), encoding="utf-8")
    with pytest.raises(InputError, match="was changed"):
        read(tmp_path)


def test_a_folder_without_one_holds_no_sweep(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"manifest\.json"):
        read(tmp_path)
