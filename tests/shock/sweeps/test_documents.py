from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from monazite.licensing.figures.facts import Fact
from monazite.licensing.figures.report import document as as_json
from monazite.shock.scenarios.reading import names, packaged, scenario
from monazite.shock.sweeps.documents import document
from support.figures import FIRST, report
from support.shock_scenarios import said


@pytest.mark.parametrize("name", names())
def test_a_document_makes_the_same_scenario_again(name: str) -> None:
    one = packaged(name)
    text = json.dumps(document(one))
    assert scenario(json.loads(text), Path()) == one


def test_so_does_one_with_every_kind_of_goods() -> None:
    one = said(
        'bans: [{goods: [NdFeB, magnets, "*", Dy, "NdFeB/alloy", "*/metal"], origins: [CN], from: 2025-03-10}]'
    )
    assert scenario(document(one), Path()) == one


def test_what_a_queue_said_stands_in_it_by_its_numbers(tmp_path: Path) -> None:
    days = [FIRST + timedelta(days=n) for n in range(30)]
    cases = [Fact(day, day, day + timedelta(days=56), "granted", destination="JP") for day in days]
    (tmp_path / "queue.json").write_text(json.dumps(as_json(report(cases))), encoding="utf-8")
    add = "friction: [{group: a, measures: [CN-2025-18], from: 2025-04-04, queue: queue.json}]"
    one = said(add, tmp_path)
    again = scenario(document(one), Path("nowhere")).friction[0]
    assert again == one.friction[0].model_copy(update={"queue": None})
    assert again.granted == 1.0
