from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from monazite.customs.findings import severities

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "gate-findings.md"


def test_the_reference_of_the_gate_says_what_its_tables_say() -> None:
    tool = ROOT / "tools" / "build_gate_docs.py"
    done = subprocess.run(
        [sys.executable, tool, "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_every_code_is_in_it_once() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert all(text.count(f"| `{code}`") == 1 for code in severities())
