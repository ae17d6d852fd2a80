"""What happens to a store when a load is killed, has no space left, or is not alone."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from monazite.errors import MonaziteError
from monazite.trade.flows.slices import current
from monazite.trade.flows.store import Store
from monazite.trade.reading import staging
from monazite.trade.reading.load import load
from support.publishers import baci

if TYPE_CHECKING:
    from pathlib import Path

LOAD = "import sys; from monazite.trade.reading.load import load; load(sys.argv[1], sys.argv[2])"


def large(folder: Path, rows: int, years: range = range(2020, 2024)) -> Path:
    """A folder of whole years."""
    baci.write(folder, years=())
    for year in years:
        lines = (
            f"{year},{exporter},{importer},{code},{code}.125,{code % 97}.5"
            for code in range(280000, 280000 + rows)
            for exporter, importer in ((156, 392), (156, 842), (276, 392))
        )
        (folder / f"BACI_HS92_Y{year}_V202501.csv").write_bytes(baci.text(lines))
    return folder


def tree(store: Path) -> dict[str, bytes]:
    """Every file of a store with its content."""
    files = (one for one in store.rglob("*") if one.is_file() and one.name != ".lock")
    return {str(one.relative_to(store)): one.read_bytes() for one in files}


def started(folder: Path, store: Path, before: str = "") -> subprocess.Popen[bytes]:
    """A load in a process of its own."""
    code = f"{before}\n{LOAD}"
    words = [sys.executable, "-c", code, str(folder), str(store)]
    return subprocess.Popen(words, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)


def test_an_error_while_loading_leaves_the_store_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(baci.write(tmp_path / "a"), tmp_path / "store")
    before = tree(tmp_path / "store")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(staging, "_flush", full)
    with pytest.raises(MonaziteError, match="No space left on device"):
        load(large(tmp_path / "b", 5), tmp_path / "store")
    assert tree(tmp_path / "store") == before


def test_an_interrupted_load_leaves_no_folder_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(staging, "_flush", interrupted)
    with pytest.raises(KeyboardInterrupt):
        load(baci.write(tmp_path / "a"), tmp_path / "new" / "store")
    assert not (tmp_path / "new").exists()


@pytest.mark.slow
def test_a_disk_that_is_full_in_mid_load_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    store = tmp_path / "store"
    load(baci.write(tmp_path / "a"), store)
    before = tree(store)
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))"
    process = started(large(tmp_path / "b", 9000), store, limit)
    _, told = process.communicate()
    assert process.returncode == 1
    assert b"MonaziteError" in told
    assert b"could not be written" in told
    assert tree(store) == before
    assert [one.name for one in store.iterdir() if one.name.startswith(".loading")] == []


@pytest.mark.slow
@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_a_load_that_is_killed_leaves_the_store_readable_and_the_next_one_sweeps(
    tmp_path: Path, share: float
) -> None:
    store = tmp_path / "store"
    load(baci.write(tmp_path / "a"), store)
    before = tree(store)
    folder = large(tmp_path / "b", 9000)
    # Killed once so much of its last year's rows is written, however fast this machine is.
    stop = (
        "import os, signal, monazite.trade.reading.load as L, monazite.trade.reading.writing as W\n"
        "take, seen = W._take, []\n"
        "def dying(*said):\n"
        "    take(*said)\n"
        "    seen.append(1)\n"
        f"    if len(seen) > {share} * 4: os.kill(os.getpid(), signal.SIGKILL)\n"
        "W._take = dying\n"
    )
    process = started(folder, store, stop)
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    assert [one for one in store.iterdir() if one.name.startswith(".loading")]
    assert {path: data for path, data in tree(store).items() if path.startswith("loads")} == before
    assert len(current(Store(store)).files) == 1
    assert load(folder, store).accepted == 9000 * 3 * 4
    assert [one for one in store.iterdir() if one.name.startswith(".loading")] == []


@pytest.mark.slow
def test_two_loads_at_once_wait_for_each_other_and_add_nothing_twice(tmp_path: Path) -> None:
    store, folder = tmp_path / "store", large(tmp_path / "b", 3000)
    both = [started(folder, store) for _ in range(2)]
    told = [one.communicate()[1] for one in both]
    assert [one.returncode for one in both] == [0, 0], told
    assert len(Store(store).loads()) == 1


@pytest.mark.slow
def test_a_live_load_is_not_swept(tmp_path: Path) -> None:
    store = tmp_path / "store"
    slow = (
        "import time, pathlib, monazite.trade.reading.load as L, monazite.trade.reading.writing as W\n"
        "take = W._take\n"
        "def resting(*said):\n"
        f"    pathlib.Path({str(tmp_path / 'alive')!r}).touch()\n"
        "    time.sleep(1); take(*said)\n"
        "W._take = resting\n"
    )
    first = started(baci.write(tmp_path / "a"), store, slow)
    while not (tmp_path / "alive").exists():
        time.sleep(0.05)
        assert first.poll() is None
    second = started(large(tmp_path / "b", 10), store)
    assert (first.wait(), second.wait()) == (0, 0)
    assert len(Store(store).loads()) == 2
    for one in (first, second):
        assert one.stderr is not None
        one.stderr.close()
