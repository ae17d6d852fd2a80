from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.cli.main import run
from monazite.watch.targeting import estimate, load, select
from support.watch_declarations import after, before, declarations, written

if TYPE_CHECKING:
    import pytest

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = (DOCS / "how-to/train-a-risk-model.md").read_text(encoding="utf-8")
STEPS = re.findall(r'^```text title="\w+"\n(.*?)^```', GUIDE, re.MULTILINE | re.DOTALL)


def test_the_commands_of_the_guide_work_one_after_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    columns = declarations(2000, 31)
    written(before(columns, "2025-10-01"), tmp_path / "table.csv")
    written(after(columns, "2025-10-01"), tmp_path / "later.csv")
    commands = [line for step in STEPS for line in step.splitlines()]
    assert len(commands) == 6
    for command in commands:
        assert run(shlex.split(command)[1:]) == 0
    for name in ("precision.svg", "calibration.svg", "reasons.svg", "scores.csv", "open.csv"):
        assert (tmp_path / name).stat().st_size > 100
    # The last step, in Python.
    scores = load("model").score("later.csv")
    chosen = select(scores.risks, 0.05, seed=7)
    labels = [float(str(one) != "0") for one in after(columns, "2025-10-01")["Outcome"]]
    told = estimate(chosen, scores.risks[chosen.rows] * 0 + [labels[n] for n in chosen.rows])
    assert told.share.low <= sum(labels) / len(labels) <= told.share.high
