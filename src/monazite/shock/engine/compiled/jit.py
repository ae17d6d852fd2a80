"""Compile once: a cache that notices a change in any file of the engine."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import numba

if TYPE_CHECKING:
    from collections.abc import Callable

    Function = TypeVar("Function", bound=Callable[..., Any])

config: Any = numba.config
_njit: Any = numba.njit
# No reassociation: it would undo the compensated sums. Infinities are used, and stay.
_FAST = {"contract", "nsz", "arcp"}


def jit(function: Function) -> Function:
    """A part of the kernel: compiled into what calls it, so that Python itself cannot call it."""
    return cast("Function", _compiled(function, no_cpython_wrapper=True, no_cfunc_wrapper=True))


def kernel(function: Function) -> Function:
    """What Python calls, kept on disk with all its parts, by the content of all files."""
    usual = config.CACHE_DIR
    config.CACHE_DIR = str(folder())
    try:
        return cast("Function", _compiled(function, cache=True))
    finally:
        config.CACHE_DIR = usual


def _compiled(function: Function, **options: bool) -> object:
    # NumPy's rules of division: a check for zero in each would keep lanes from running abreast.
    # The caller holds every array and the kernel makes none (_nrt): to count who holds them, in
    # each part and loop, would take most of the time of compiling and a good deal of the run's.
    how: Any = {"nogil": True, "fastmath": _FAST, "error_model": "numpy", "_nrt": False}
    ready: object = _njit(**how, **options)(function)
    return ready


def folder() -> Path:
    """Where the machine code of the engine is kept: the user's cache, by its content."""
    digest = hashlib.sha256()
    for file in sorted(Path(__file__).parent.parent.rglob("*.py")):
        digest.update(file.read_bytes())
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "monazite" / f"engine-{digest.hexdigest()[:16]}"
