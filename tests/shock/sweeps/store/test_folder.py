from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.shock.sweeps.refusing import SweepError
from monazite.shock.sweeps.store.folder import driven
from support.shock_sweeps import kept, manifest

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_there_is_kept_and_what_is_not_is_missing(tmp_path: Path) -> None:
    kept(tmp_path, without=2)
    with driven(tmp_path, manifest()) as store:
        assert store.missing() == [2]


def test_torn_and_foreign_chunks_are_missing(tmp_path: Path) -> None:
    kept(tmp_path / "a")
    kept(tmp_path / "b", manifest(draws=99))
    with driven(tmp_path / "a", manifest()) as store:
        store.file(1).write_bytes(store.file(1).read_bytes()[:-1])
        (tmp_path / "b/chunks/000003.parquet").replace(store.file(3))
        store.file(4).replace(store.file(0))
        assert store.missing() == [0, 1, 3, 4]


def test_what_a_killed_driver_left_half_written_is_swept(tmp_path: Path) -> None:
    kept(tmp_path)
    for name in ("chunks/000001x.part", "manifestx.part"):
        (tmp_path / name).write_bytes(b"half")
    with driven(tmp_path, manifest()) as store:
        assert not store.missing()
    assert not list(tmp_path.rglob("*.part"))


def test_a_new_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    made = tmp_path / "a/b"
    with driven(made, manifest()) as store:
        assert store.missing() == list(range(manifest().plan.chunks))
    assert (made / "manifest.json").stat().st_mode & 0o777 == 0o644


def test_a_folder_of_another_sweep_is_refused_with_what_differs(tmp_path: Path) -> None:
    kept(tmp_path)
    with (
        pytest.raises(InputError, match=r"ga-ge-2023, 600 scenarios.*differs in: draws, seed"),
        driven(tmp_path, replace(manifest(), seed=2, draws=50)),
    ):
        pass


def test_so_is_one_of_another_monazite(tmp_path: Path) -> None:
    kept(tmp_path)
    other = replace(manifest(), code={"monazite": "0.2.0", "sources": "00" * 32})
    with pytest.raises(InputError, match=r"0\.2\.0, 0000.*0\.1\.0, cdcd"), driven(tmp_path, other):
        pass


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("years of work")
    with pytest.raises(InputError, match=r"thesis\.tex"), driven(tmp_path, manifest()):
        pass
    assert [one.name for one in tmp_path.iterdir()] == ["thesis.tex"]


def test_what_is_no_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError) as error, driven(tmp_path / "file", manifest()):
        pass
    assert (error.value.field, error.value.code) == ("out", "folder")


def test_two_drivers_do_not_share_a_folder(tmp_path: Path) -> None:
    with (
        driven(tmp_path, manifest()),
        pytest.raises(InputError, match=r"driven by process \d+ \w"),
        driven(tmp_path, manifest()),
    ):
        pass
    with driven(tmp_path, manifest()):
        pass


HOLD = """
import os, sys
from pathlib import Path
sys.path.insert(0, "tests")
from monazite.shock.sweeps.store.folder import driven
from support.shock_sweeps import manifest
with driven(Path(sys.argv[1]), manifest()):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.mark.slow
def test_the_lock_of_a_driver_that_was_killed_is_taken_over(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as held:
        assert held.stdout is not None
        assert held.stdout.readline() == "held\n"
        with (
            pytest.raises(InputError, match=f"driven by process {held.pid} "),
            driven(tmp_path, manifest()),
        ):
            pass
        held.kill()
        held.wait()
    with driven(tmp_path, manifest()) as store:
        assert store.missing()


def test_a_disk_that_is_full_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    def put() -> None:
        with driven(tmp_path, manifest()) as store:
            monkeypatch.setattr("os.fsync", full)
            store.put(0, b"chunk")

    with pytest.raises(SweepError, match="No space left on device"):
        put()
    assert not (tmp_path / "chunks/000000.parquet").exists()
