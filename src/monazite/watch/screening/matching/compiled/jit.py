"""Compile once: a cache that notices a change in any file of this folder."""

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
    how: Any = {"nogil": True, "error_model": "numpy"}
    ready: object = _njit(**how, **options)(function)
    return ready


def folder() -> Path:
    """Where the machine code is kept: the user's cache, by the content of what it is made from."""
    digest = hashlib.sha256()
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "monazite" / f"matching-{digest.hexdigest()[:16]}"
