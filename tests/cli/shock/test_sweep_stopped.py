"""Ctrl-C at a sweep's command, as a terminal sends it: to every process of it."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from monazite.shock.sweeps.sweep import Sweep
from support.shock_sweeps import TINY

MONAZITE = str(Path(sys.executable).parent / "monazite")
PLAIN = {**os.environ, "NUMBA_DISABLE_JIT": "1"}


@pytest.mark.slow
@pytest.mark.parametrize("workers", [(), ("--workers", "2")])
def test_it_keeps_what_is_done_and_says_the_command_that_goes_on(
    tmp_path: Path, workers: tuple[str, ...]
) -> None:
    text = TINY.replace("to: 5", "to: 10").replace("number: 3", "number: 8")
    (tmp_path / "spec.yaml").write_text(text, encoding="utf-8")
    out = tmp_path / "out"
    command = [MONAZITE, "shock", "sweep", str(tmp_path / "spec.yaml"), "--out", str(out)]
    with subprocess.Popen(
        [*command, "--chunk", "2", *workers], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL,
        text=True, env=PLAIN, start_new_session=True,
    ) as driver:  # fmt: skip
        assert driver.stderr is not None
        for line in driver.stderr:
            if line.startswith("4 of 32"):
                os.killpg(driver.pid, signal.SIGINT)
                break
        rest = driver.stderr.read()
        assert driver.wait() == 130
    *_, told = rest.splitlines()
    assert "Traceback" not in rest
    assert 0 < Sweep(out).missing < 32
    again = shlex.split(told.rpartition("to go on: ")[2])
    assert again == [MONAZITE.rpartition("/")[2], *command[1:3], "--out", str(out), *workers]
    subprocess.run([MONAZITE, *again[1:]], check=True, capture_output=True, env=PLAIN)
    assert Sweep(out).missing == 0
    assert len(Sweep(out).column("lost")) == 32
