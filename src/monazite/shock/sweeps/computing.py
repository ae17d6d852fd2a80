"""A chunk is computed: on one thread, by whichever process, from a task that says all of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.errors import MonaziteError
from monazite.shock.asking import case
from monazite.shock.engine.knobs import Knobs
from monazite.shock.parameters.reading import packaged
from monazite.shock.runs.drawing import assumed_in, totals_of
from monazite.shock.runs.draws import drawn
from monazite.shock.scenarios.compiling import fitted
from monazite.shock.scenarios.reading import scenario
from monazite.shock.sweeps import identity
from monazite.shock.sweeps.axes import varied
from monazite.shock.sweeps.columns import columns, units
from monazite.shock.sweeps.store.encoding import Stamp, encoded

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.shock.engine.compiled.lanes import Draws
    from monazite.shock.model.model import Floats
    from monazite.shock.runs.case import Case
    from monazite.shock.sweeps.plan import Piece

_CASES = 8
"""Variations that are kept ready: as many threads may be at neighbouring ones."""
_NOWHERE = Path()


class Ground(NamedTuple):
    """What all chunks of a sweep share, as texts and numbers that travel.

    document: of the scenario, as JSON; parameters: the packaged set; code, world: what another
    process must have too (`identity`).
    """

    document: str
    paths: tuple[str, ...]
    draws: int
    seed: int
    parameters: str
    parameters_hash: str
    code: tuple[tuple[str, str], ...]
    world: str


@dataclass(frozen=True, slots=True)
class Task:
    """A chunk to be computed; points: the values of its variations, by number.

    It is no tuple, which Dask would look into.
    """

    ground: Ground
    stamp: Stamp
    pieces: tuple[Piece, ...]
    points: dict[int, tuple[str, ...]]


class Failed(NamedTuple):
    """Why a chunk cannot be computed: the first scenario of the piece at fault, and in words.

    kind: "scenario", or "other" where this process is of another version than the driver.
    """

    kind: str
    scenario: int
    values: str
    words: str


class Stopped(Exception):  # noqa: N818 - nothing went wrong
    """The work was called off in the middle of a chunk."""


def prime(ground: Ground) -> None:
    """Make ready what all chunks share, before threads would each do so."""
    _base(ground)
    _draws(ground)


def compute(task: Task, stopped: Callable[[], bool] = lambda: False) -> bytes | Failed:
    """The chunk as the bytes of its file; stopped: is asked between pieces, and raises `Stopped`.

    What fails is returned: an exception would not survive the way home with its fields.
    """
    try:
        base = _base(task.ground)
    except MonaziteError as error:
        return Failed("other", 0, "", str(error))
    found = []
    for piece in task.pieces:
        if stopped():
            raise Stopped
        try:
            found.append(_numbers(task, piece))
        except Exception as error:  # noqa: BLE001 - said with the scenario that it is of
            number = piece.variation * task.ground.draws + piece.first
            told = str(error) if isinstance(error, MonaziteError) else repr(error)
            values = said(task.ground.paths, task.points[piece.variation])
            return Failed("scenario", number, values, told)
    return encoded(tuple(units(base)), np.concatenate(found, axis=1), task.stamp)


def said(paths: tuple[str, ...], values: tuple[str, ...]) -> str:
    """A variation in words: its values by path."""
    return ", ".join(f"{path} {value}" for path, value in zip(paths, values, strict=True))


def _numbers(task: Task, piece: Piece) -> Floats:
    """Columns x draws of a piece."""
    made = _case(task.ground, task.points[piece.variation])
    knobs: Draws = Knobs(*(one[piece.first : piece.last] for one in _draws(task.ground)))
    return columns(made, totals_of(made, assumed_in(made, knobs), lambda _: None))


@lru_cache(maxsize=2)
def _base(ground: Ground) -> Case:
    """The scenario made ready, nothing varied; MonaziteError where this is no such Monazite."""
    _check("code", dict(ground.code), dict(identity.code()))
    _check("parameters", {"hash": ground.parameters_hash}, {"hash": _parameters_hash(ground)})
    found = case(scenario(json.loads(ground.document), _NOWHERE))
    _check("data", {"hash": ground.world}, {"hash": identity.of_world(found)})
    return found


def _check(what: str, wanted: dict[str, str], here: dict[str, str]) -> None:
    for name, value in wanted.items():
        if value != here.get(name):
            raise MonaziteError(f"{what}: {name} {here.get(name)} there, {value} here")


def _parameters_hash(ground: Ground) -> str:
    return packaged(ground.parameters).digest


@lru_cache(maxsize=_CASES)
def _case(ground: Ground, point: tuple[str, ...]) -> Case:
    """A variation made ready, on the world of the scenario that varies."""
    base, document = _base(ground), json.loads(ground.document)
    one = varied(document, dict(zip(ground.paths, point, strict=True)), _NOWHERE)
    made, _ = fitted(one, base.model, one.starts, one.weeks, base.world_year)
    return base._replace(
        schedule=made.schedule, offices=made.queues, first=one.starts, assumed=one.assume
    )


@lru_cache(maxsize=2)
def _draws(ground: Ground) -> Draws:
    return drawn(packaged(ground.parameters), ground.draws, ground.seed)
