"""What numbers rest on, as hashes: the world, the code that makes them, and what was asked."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, is_dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from monazite import __version__
from monazite.shock.runs.run import engine

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from monazite.shock.runs.case import Case

_SHOCK = Path(__file__).parents[1]
_SOURCES = ("engine", "runs", "scenarios", "sweeps/columns.py", "sweeps/computing.py",
            "sweeps/paths.py", "sweeps/plan.py")  # fmt: skip
"""Of which a number of a scenario is made, once its world is there."""
_LIBRARIES = {"compiled": ("numpy", "numba"), "reference": ("numpy",)}


@cache
def code() -> Mapping[str, str]:
    """What makes the numbers here: Monazite, the libraries below it, and a hash of its sources."""
    digest = hashlib.sha256()
    for part in _SOURCES:
        here = _SHOCK / part
        for file in [here] if here.is_file() else sorted(here.rglob("*.py")):
            digest.update(file.relative_to(_SHOCK).as_posix().encode())
            # A checkout may end its lines otherwise.
            digest.update(file.read_bytes().replace(b"\r\n", b"\n"))
    libraries = {name: version(name) for name in _LIBRARIES[engine()]}
    return {
        "monazite": __version__, "sources": digest.hexdigest(), "engine": engine(), **libraries,
    }  # fmt: skip


def of_world(case: Case) -> str:
    """SHA-256 of model, schedule and meters: of all data that a scenario was made ready from."""
    digest = hashlib.sha256()
    for part in _leaves((case.model, case.schedule, case.meters, case.world_year)):
        digest.update(part)
    return digest.hexdigest()


def of(content: Mapping[str, Any]) -> str:
    """SHA-256 of a JSON document, in whatever order its keys stand."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _leaves(part: object) -> Iterator[bytes]:
    if isinstance(part, np.ndarray):
        yield f"{part.dtype.str}{part.shape}".encode()
        yield np.ascontiguousarray(part).tobytes()
    elif isinstance(part, tuple):
        yield f"({len(part)}".encode()
        for one in part:
            yield from _leaves(one)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _leaves(getattr(part, field.name))
    else:
        yield repr(part).encode()
