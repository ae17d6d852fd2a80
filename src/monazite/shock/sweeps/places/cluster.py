"""Chunks on a Dask cluster: one that is there, or processes of this machine."""

from __future__ import annotations

import logging
import tempfile
import warnings
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import islice
from typing import TYPE_CHECKING, Any

from monazite.shock.sweeps import identity
from monazite.shock.sweeps.computing import compute
from monazite.shock.sweeps.refusing import SweepError, refusal

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from monazite.shock.sweeps.computing import Failed, Task

    Done = tuple[Task, bytes | Failed]

_AHEAD = 2
"""Chunks at a worker's threads or on the way there: more would only take memory."""
_DEATHS = 20
"""Workers that one chunk may take with it before it is taken to be its own fault."""
_PATIENCE = 30
"""Seconds until a scheduler answers and has a worker."""
_SETTINGS = {
    "distributed.scheduler.allowed-failures": _DEATHS,
    "distributed.worker.multiprocessing-method": "spawn",
    "distributed.nanny.pre-spawn-environ.OMP_NUM_THREADS": 1,
}


@contextmanager
def local(workers: int) -> Iterator[Any]:
    """A client of so many processes of this machine, of one thread each."""
    require()
    import dask  # noqa: PLC0415 - only where a cluster is asked for
    from distributed import Client, LocalCluster  # noqa: PLC0415 - likewise

    from monazite.shock.sweeps.places.worker import Deaf  # noqa: PLC0415 - likewise

    with (
        tempfile.TemporaryDirectory(prefix="monazite-", ignore_cleanup_errors=True) as scratch,
        dask.config.set(_SETTINGS),
        LocalCluster(
            n_workers=workers, threads_per_worker=1, processes=True, local_directory=scratch,
            dashboard_address="127.0.0.1:0", worker_dashboard_address=None,
            silence_logs=logging.CRITICAL,
        ) as cluster,
        Client(cluster, set_as_default=False) as client,
    ):  # fmt: skip
        client.register_plugin(Deaf())
        yield client


@contextmanager
def existing(address: str) -> Iterator[Any]:
    """A client of the cluster whose scheduler is at an address (tcp://host:port).

    InputError field "on" where none answers, or it has no worker; SweepError where a worker has
    no Monazite, or another one.
    """
    require()
    from distributed import Client  # noqa: PLC0415 - only where a cluster is asked for

    try:
        with warnings.catch_warnings():
            # Which versions must be the same is checked below, and said.
            warnings.simplefilter("ignore", UserWarning)
            client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError):
        raise refusal("on", address, "on") from None
    with client:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError:
            raise refusal("on", address, "on_empty") from None
        check(client)
        yield client


def require() -> None:
    """SweepError where Dask is not installed."""
    if find_spec("distributed") is None:
        raise SweepError("dask")


def check(client: Any) -> None:  # noqa: ANN401 - a distributed.Client
    """SweepError where a worker cannot compute what this process would."""
    here = dict(identity.code())
    for worker, there in client.run(identity.code, on_error="return").items():
        if isinstance(there, BaseException):
            raise SweepError("worker_without", worker=worker, version=here["monazite"])
        for name, value in here.items():
            if there.get(name) != value:
                told = {"name": name, "there": there.get(name), "here": value}
                raise SweepError("worker_version", worker=worker, **told)


def computed(tasks: Iterable[Task], client: Any) -> Generator[Done, None, None]:  # noqa: ANN401 - likewise
    """Every task with its chunk, in whatever order they are done.

    SweepError where one takes `_DEATHS` workers with it, and where the scheduler is gone.
    """
    from distributed import wait  # noqa: PLC0415 - only where a cluster is asked for

    left = iter(tasks)
    running: dict[Any, Task] = {}
    deaths: dict[int, int] = {}

    def submit(task: Task) -> None:
        # A name of its own each time: an earlier failure would be handed out again.
        name = f"sweep-{task.stamp.chunk}-{deaths.get(task.stamp.chunk, 0)}-{id(running):x}"
        running[client.submit(compute, task, key=name, pure=False)] = task

    try:
        while True:
            room = _AHEAD * max(1, sum(client.nthreads().values())) - len(running)
            for task in islice(left, max(0, room)):
                submit(task)
            if not running:
                return
            with client.as_current():
                ended = wait(list(running), return_when="FIRST_COMPLETED").done
            for done in ended:
                task = running.pop(done)
                found = _result(done, task, deaths)
                if found is None:
                    submit(task)
                else:
                    yield task, found
    except OSError as error:
        raise SweepError("scheduler_gone", reason=error) from error
    finally:
        client.cancel(list(running), force=True)


def _result(done: Any, task: Task, deaths: dict[int, int]) -> bytes | Failed | None:  # noqa: ANN401
    """The chunk; None where its worker died once too often for Dask, and it is to go again."""
    if done.status == "finished":
        found: bytes | Failed = done.result()
        return found
    if done.status != "error":
        raise SweepError("scheduler_gone", reason=done.status)
    number, error = task.stamp.chunk, done.exception()
    if type(error).__name__ != "KilledWorker":
        raise SweepError("chunk_failed", **_numbers(task), reason=error) from error
    deaths[number] = deaths.get(number, 0) + 1
    if deaths[number] > _DEATHS:
        raise SweepError("chunk_kills", **_numbers(task), most=_DEATHS)
    return None


def _numbers(task: Task) -> dict[str, str]:
    return {"first": f"{task.stamp.first:,}", "last": f"{task.stamp.last - 1:,}"}
