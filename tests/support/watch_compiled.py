"""The kernels of screening compiled, though another room's tests run theirs as plain Python."""

from __future__ import annotations

from numba import config


def compiled() -> None:
    """Import them while compiling is on; what they are stays so for the process.

    A screener calibrates on thousands of names, which plain Python would take minutes for. That
    plain Python gives the same is shown by tests of their own.
    """
    usual = config.DISABLE_JIT
    config.DISABLE_JIT = 0
    try:
        import monazite.watch.screening.matching.model  # noqa: F401, PLC0415 - imported here
    finally:
        config.DISABLE_JIT = usual
