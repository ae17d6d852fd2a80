from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from distributed import LocalCluster
from distributed.scheduler import KilledWorker

from monazite.errors import InputError
from monazite.shock.sweeps import computing
from monazite.shock.sweeps.computing import Task
from monazite.shock.sweeps.identity import code
from monazite.shock.sweeps.places import cluster
from monazite.shock.sweeps.refusing import SweepError
from monazite.shock.sweeps.store.encoding import Stamp
from monazite.shock.sweeps.sweeping import sweep
from support.shock_sweeps import TINY, tiny

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from monazite.shock.sweeps.sweep import Sweep

TEXT = TINY.replace("number: 3", "number: 8").replace("to: 5", "to: 10")


def _bytes(found: Sweep) -> list[bytes]:
    return [one.read_bytes() for one in sorted((found.path / "chunks").iterdir())]


@pytest.fixture(autouse=True)
def _every_process_is_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """As this one is: compiled, the last bits of a product and a sum may be others."""
    monkeypatch.setenv("NUMBA_DISABLE_JIT", "1")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Sweep:
    """The sweep in this process, undisturbed."""
    return sweep(tiny(TEXT), tmp_path_factory.mktemp("whole"), chunk=2)


@pytest.fixture
def there() -> Iterator[Any]:
    """A cluster of two processes that somebody else keeps."""
    with LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        dashboard_address="127.0.0.1:0",
        silence_logs=logging.CRITICAL,
    ) as made:
        yield made


@pytest.mark.slow
def test_processes_of_this_machine_compute_the_same_bytes(whole: Sweep, tmp_path: Path) -> None:
    assert _bytes(sweep(tiny(TEXT), tmp_path, chunk=2, workers=2)) == _bytes(whole)


@pytest.mark.slow
def test_a_worker_that_is_killed_twice_changes_nothing(
    whole: Sweep, there: Any, tmp_path: Path
) -> None:
    """At its first chunk, and once more when another process stands in its place."""
    killed: list[int] = []

    def told(done: int, _of: int) -> None:
        nanny = there.workers[0]
        pid = nanny.pid
        if done and len(killed) < 2 and pid is not None and pid not in killed:
            os.kill(pid, signal.SIGKILL)
            killed.append(pid)

    found = sweep(tiny(TEXT), tmp_path, chunk=2, on=there.scheduler_address, told=told)
    assert len(killed) == 2
    assert _bytes(found) == _bytes(whole)


class Client:
    """A client whose one worker says what it is told to."""

    def __init__(self, there: object) -> None:
        self.there = there

    def run(self, _function: object, **_: str) -> dict[str, object]:
        return {"tcp://10.0.0.7:1": self.there}


@pytest.mark.parametrize("name", ["monazite", "numpy", "numba", "sources"])
def test_a_worker_of_another_version_is_named(name: str) -> None:
    here = dict(code())
    cluster.check(Client(here))
    says = rf"tcp://10\.0\.0\.7:1 is not as .* {name} is 0\.0\.1 there and {here[name]} here"
    with pytest.raises(SweepError, match=says):
        cluster.check(Client(here | {name: "0.0.1"}))


BARE = """
import asyncio, sys
sys.modules["monazite"] = None
from distributed import Worker

async def work():
    async with Worker(sys.argv[1], dashboard_address=None) as one:
        await one.finished()

asyncio.run(work())
"""


@pytest.mark.slow
def test_a_worker_without_monazite_is_named(tmp_path: Path) -> None:
    with LocalCluster(
        n_workers=0, dashboard_address="127.0.0.1:0", silence_logs=logging.CRITICAL
    ) as made:
        command = [sys.executable, "-c", BARE, made.scheduler_address]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL, cwd=tmp_path) as worker:
            try:
                with pytest.raises(SweepError, match="has no Monazite that sweeps: install"):
                    sweep(tiny(), tmp_path / "a", on=made.scheduler_address)
            finally:
                worker.kill()


@pytest.mark.slow
def test_a_scenario_that_fails_on_a_worker_stops_the_sweep(there: Any, tmp_path: Path) -> None:
    def broken() -> None:
        setattr(computing, "columns", lambda *_: 1 // 0)  # noqa: B010 - in a worker, for good

    with there.get_client() as client:
        client.run(broken)
    with pytest.raises(
        SweepError, match=r"scenario \d+ \(stockpile.*\) cannot be run: ZeroDivision"
    ):
        sweep(tiny(TEXT), tmp_path, chunk=2, on=there.scheduler_address)


DRIVER = """
import os, sys
os.environ["NUMBA_DISABLE_JIT"] = "1"
sys.path.insert(0, "tests")
from pathlib import Path
from monazite.shock.sweeps.store.encoding import Stamp
from monazite.shock.sweeps.sweeping import sweep
from support.shock_sweeps import tiny

def told(done, of):
    if done >= 4:
        print("some", flush=True)
        sys.stdin.read(1)

if __name__ == "__main__":
    sweep(tiny(sys.argv[1]), Path(sys.argv[2]), chunk=2, workers=WORKERS, told=told)
"""


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["None", "2"])
def test_a_driver_that_is_killed_is_gone_on_with(
    whole: Sweep, tmp_path: Path, workers: str
) -> None:
    script = tmp_path / "driver.py"
    script.write_text(DRIVER.replace("WORKERS", workers), encoding="utf-8")
    out = tmp_path / "out"
    command = [sys.executable, str(script), TEXT, str(out)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True) as driver:  # fmt: skip
        assert driver.stdout is not None
        assert driver.stdout.readline() == "some\n"
        driver.kill()
        driver.wait()
    done = len(list((out / "chunks").glob("*.parquet")))
    assert 2 <= done < 16
    assert _bytes(sweep(None, out)) == _bytes(whole)


def test_without_dask_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "find_spec", lambda _: None)
    with pytest.raises(SweepError, match=r"pip install 'monazite\[dask\]'"):
        sweep(tiny(), tmp_path / "a", workers=2)
    assert not (tmp_path / "a").exists()


@pytest.mark.slow
@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "somewhere", "http://127.0.0.1:9"])
def test_an_address_where_nobody_answers_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    with pytest.raises(InputError) as error:
        sweep(tiny(), tmp_path, on=address)
    assert (error.value.field, error.value.value) == ("on", address)


class Done:
    """A future of Dask that came to something."""

    def __init__(self, status: str, error: Exception | None = None) -> None:
        self.status, self._error = status, error

    def exception(self) -> Exception | None:
        return self._error


def _task() -> Any:
    return Task(None, Stamp("ab", 3, 2048, 3072), (), {})  # type: ignore[arg-type]


def test_a_chunk_whose_workers_die_goes_again_for_a_while() -> None:
    deaths: dict[int, int] = {}
    died = Done("error", KilledWorker("sweep-3", None, 4))
    for _ in range(20):
        assert cluster._result(died, _task(), deaths) is None
    with pytest.raises(SweepError, match="scenarios 2,048 to 3,071 lost more than 20 workers"):
        cluster._result(died, _task(), deaths)


def test_a_defect_on_a_worker_and_a_cluster_that_is_gone_are_said() -> None:
    with pytest.raises(SweepError, match=r"2,048 to 3,071 could not be computed.*a defect"):
        cluster._result(Done("error", RuntimeError("a defect")), _task(), {})
    with pytest.raises(SweepError, match="does not answer any more"):
        cluster._result(Done("cancelled"), _task(), {})
