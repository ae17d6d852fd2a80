"""Drive a sweep: compute what its folder lacks, wherever that is done, and write each chunk."""

from __future__ import annotations

import json
import os
from contextlib import ExitStack, closing, contextmanager
from typing import TYPE_CHECKING

from monazite.shock.sweeps.asking import asked
from monazite.shock.sweeps.computing import Failed, Ground, Task, prime
from monazite.shock.sweeps.places import cluster, local
from monazite.shock.sweeps.refusing import SweepError, refusal
from monazite.shock.sweeps.store.folder import Folder, driven
from monazite.shock.sweeps.store.manifest import read
from monazite.shock.sweeps.sweep import Sweep

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from pathlib import Path

    from monazite.shock.sweeps.spec import Spec
    from monazite.shock.sweeps.store.manifest import Manifest

    Told = Callable[[int, int], None]
    Chunks = Generator[tuple[Task, bytes | Failed], None, None]


def sweep(
    spec: Spec | None,
    store: Path,
    *,
    on: str | None = None,
    workers: int | None = None,
    chunk: int | None = None,
    told: Told = lambda _done, _of: None,
) -> Sweep:
    """Run every scenario of a sweep that its folder does not hold yet.

    Args:
        spec: what is asked; None: what the folder's manifest says.
        store: the folder; one that holds a part of this sweep is gone on with.
        on: the address of a Dask scheduler; the driver alone writes, so no disk is shared.
        workers: so many local processes; of neither: threads of this process.
        chunk: scenarios of a chunk at most; None: as the folder has it, or some seconds of work.
        told: with how many scenarios are done, and how many there are.

    Raises:
        ScenarioError: a variation that does not fit.
        InputError: field "out", "on", "workers" or "chunk".
        SweepError: a scenario that cannot be run, a cluster that is gone, a disk that is full.
    """
    _check(on, workers, chunk)
    if spec is None and _finished(store, told):
        return Sweep(store)
    manifest = asked(spec, store, chunk)
    with driven(store, manifest) as folder:
        missing, plan = folder.missing(), manifest.plan
        done = plan.scenarios - sum(last - first for first, last in map(plan.range, missing))
        told(done, plan.scenarios)
        with _computed(folder, missing, on, workers) as chunks:
            for task, found in chunks:
                folder.put(task.stamp.chunk, _sure(found))
                done += task.stamp.last - task.stamp.first
                told(done, plan.scenarios)
    return Sweep(store)


def _finished(store: Path, told: Told) -> bool:
    """Whether a folder holds all of its sweep, by whichever Monazite: nothing is computed then."""
    manifest = read(store)
    if Folder(store, manifest).missing():
        return False
    told(manifest.plan.scenarios, manifest.plan.scenarios)
    return True


@contextmanager
def _computed(
    folder: Folder, missing: Sequence[int], on: str | None, workers: int | None
) -> Iterator[Chunks]:
    """The chunks as they are done; where one is not wanted any more, the rest is called off."""
    ground = _ground(folder.manifest)
    tasks = (_task(ground, folder, chunk) for chunk in missing)
    with ExitStack() as stack:
        if not missing:
            chunks: Chunks = (_ for _ in ())
        elif on is not None:
            chunks = cluster.computed(tasks, stack.enter_context(cluster.existing(on)))
        elif workers is not None:
            client = stack.enter_context(cluster.local(min(workers, len(missing))))
            chunks = cluster.computed(tasks, client)
        else:
            prime(ground)
            chunks = local.computed(tasks, os.cpu_count() or 1)
        yield stack.enter_context(closing(chunks))


def _check(on: str | None, workers: int | None, chunk: int | None) -> None:
    if on is not None and workers is not None:
        raise refusal("workers", workers, "either")
    for field, value in (("workers", workers), ("chunk", chunk)):
        if value is not None and value < 1:
            raise refusal(field, value, "count")
    if on is not None or workers is not None:
        cluster.require()


def _ground(asked: Manifest) -> Ground:
    return Ground(
        json.dumps(asked.scenario, ensure_ascii=False), asked.paths, asked.draws, asked.seed,
        asked.parameters, asked.parameters_hash, tuple(asked.code.items()), asked.world,
    )  # fmt: skip


def _task(ground: Ground, folder: Folder, chunk: int) -> Task:
    pieces, points = folder.manifest.plan.pieces(chunk), folder.manifest.points
    of = {piece.variation: points[piece.variation] for piece in pieces}
    return Task(ground, folder.stamp(chunk), pieces, of)


def _sure(found: bytes | Failed) -> bytes:
    if isinstance(found, bytes):
        return found
    if found.kind == "other":
        raise SweepError("worker_other", reason=found.words)
    told = {"number": f"{found.scenario:,}", "values": found.values, "reason": found.words}
    raise SweepError("scenario_failed", **told)
