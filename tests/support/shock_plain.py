"""The compiled engine of shocks as plain Python, though other rooms' tests compile theirs."""

from __future__ import annotations

import os
from typing import Any


def plain() -> None:
    """Import it while nothing is compiled; what it is stays so for the process.

    Small cases need no half minute of compiling. The variable of the environment that says so is
    for a process of its own: numba reads it again whenever something is compiled.
    """
    if os.environ.get("MONAZITE_TEST_COMPILED"):
        return
    import numba  # noqa: PLC0415 - a second of importing, where it is needed

    settings: Any = numba.config
    usual, settings.DISABLE_JIT = settings.DISABLE_JIT, 1
    try:
        import monazite.shock.engine.compiled.run  # noqa: F401, PLC0415 - imported here
    finally:
        settings.DISABLE_JIT = usual
