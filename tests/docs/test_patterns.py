from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from monazite.watch.patterns.rulebook import rules

ROOT = Path(__file__).parents[2]
EXPLANATION = ROOT / "docs" / "explanation" / "patterns.md"
REFERENCE = ROOT / "docs" / "reference" / "patterns.md"


def test_every_rule_is_told_of_with_every_parameter() -> None:
    told, listed = (page.read_text(encoding="utf-8") for page in (EXPLANATION, REFERENCE))
    for rule in rules().values():
        assert f"| {rule.id} |" in told
        section = listed.partition(f"\n## {rule.id} ")[2].partition("\n## ")[0]
        assert section
        assert set(rule.parameters) <= set(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE))


@pytest.mark.slow
def test_the_table_of_sweeps_is_what_the_tool_writes() -> None:
    """After a change of a rule or of its made-up records: tools/build_pattern_sweeps.py."""
    tool = ROOT / "tools" / "build_pattern_sweeps.py"
    done = subprocess.run(
        [sys.executable, tool, "--check"], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
