from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
def test_the_cases_hold_when_they_are_compiled() -> None:
    """Half a minute of compiling; then every case of the plain test."""
    file = Path(__file__).with_name("test_run.py")
    ready = {name: text for name, text in os.environ.items() if name != "NUMBA_DISABLE_JIT"}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "0", "--no-cov", "-p", "no:cacheprovider", str(file)],
        check=False, capture_output=True, text=True, env={**ready, "MONAZITE_TEST_COMPILED": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:]
    assert " passed" in done.stdout
