"""The kernels of screening compiled, though another room's tests run theirs as plain Python."""

from __future__ import annotations

import os
from typing import Any

_SWITCH = "NUMBA_DISABLE_JIT"


def compiled() -> None:
    """Import them while compiling is on; what they are stays so for the process.

    A screener calibrates on thousands of names, which plain Python would take minutes for. That
    plain Python gives the same is shown by a test of its own.
    """
    asked = os.environ.pop(_SWITCH, None)
    import numba  # noqa: PLC0415 - reads the environment

    settings: Any = numba.config
    usual, settings.DISABLE_JIT = settings.DISABLE_JIT, 0
    try:
        import monazite.watch.screening.matching.model  # noqa: F401, PLC0415 - imported here
    finally:
        settings.DISABLE_JIT = usual
        if asked is not None:
            os.environ[_SWITCH] = asked
