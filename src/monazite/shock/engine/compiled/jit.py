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
# No reassociation: it would undo the compensated sums. Infinities are used, and stay.
_FAST = {"contract", "nsz", "arcp"}


def jit(function: Function) -> Function:
    """`numba.njit`, kept on disk; alone it would not see that a function it calls has changed."""
    usual = config.CACHE_DIR
    config.CACHE_DIR = str(folder())
    try:
        # NumPy's rules of division: a check for zero in each would keep lanes from running abreast.
        ready = numba.njit(cache=True, nogil=True, fastmath=_FAST, error_model="numpy")(function)
        return cast("Function", ready)
    finally:
        config.CACHE_DIR = usual


def folder() -> Path:
    """Where the machine code of the engine is kept: the user's cache, by its content."""
    digest = hashlib.sha256()
    for file in sorted(Path(__file__).parent.parent.rglob("*.py")):
        digest.update(file.read_bytes())
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "monazite" / f"engine-{digest.hexdigest()[:16]}"
