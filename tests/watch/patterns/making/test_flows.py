from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from monazite.watch.patterns.making.flows import make
from monazite.watch.patterns.trade import rules

ROOT = Path(__file__).parents[4]
PAGE = ROOT / "docs" / "reference" / "patterns-of-trade.md"
BOLD = re.compile(r"^\| `\w+` \| \*\*.*?\*\* \| \d+ \| ([\d.]+) \| ([\d.]+) \|", re.MULTILINE)
PROMISED = sorted(rule.id for rule in rules().values() if rule.precision)


def test_what_is_made_depends_on_the_seed_alone() -> None:
    assert make(1) == make(1)
    assert make(1) != make(2)
    assert make(1).planted.keys() == {"B2", "B4", "B5", "B6", "B7"}


@pytest.mark.parametrize("rule", PROMISED)
def test_a_rule_of_trade_reaches_what_its_file_promises(rule: str) -> None:
    """By the page, which the test below holds against the tool that measures."""
    section = PAGE.read_text(encoding="utf-8").partition(f"\n## {rule} ")[2].partition("\n## ")[0]
    reached = BOLD.findall(section)
    assert reached
    for precision, found in reached:
        assert float(precision) >= rules()[rule].precision
        assert float(found) >= rules()[rule].recall


@pytest.mark.slow
def test_the_page_of_sweeps_is_what_the_tool_writes() -> None:
    """After a change of a rule or of its made-up flows: tools/build_flow_sweeps.py."""
    tool = ROOT / "tools" / "build_flow_sweeps.py"
    done = subprocess.run(
        [sys.executable, tool, "--check"], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
