"""The command over the real world of four countries, solved as a planner would have it."""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from monazite.cli.main import run
from monazite.shock.results.documents import schema

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow
WORDS = ("full-stop", "--for", "JP", "--from", "2026-06", "--months", 24, "--regions", 4)
BUDGET = 200.0


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    path: Path = tmp_path_factory.mktemp("respond") / "plan.yaml"
    path.write_text(
        "for: [JP]\nfutures:\n  - {scenario: full-stop, probability: .5}\n"
        'from: "2026-06"\nmonths: 24\nbudget: 200\nregions: 4\ndraws: 0\n',
        encoding="utf-8",
    )
    out = path.with_suffix(".json")

    with out.open("w", encoding="utf-8") as file, contextlib.redirect_stdout(file):
        assert run(["respond", "--plan", str(path), "--json"]) == 0
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found


def test_a_real_answer_keeps_its_schema(answer: dict[str, Any]) -> None:
    jsonschema.validate(answer, schema("response"))
    assert [one["future"] for one in answer["futures"]] == ["full-stop", "calm"]


def test_the_plan_keeps_its_budget_and_saves_something(answer: dict[str, Any]) -> None:
    assert answer["feasible"]
    assert answer["spent_musd"] <= BUDGET + 1e-6
    assert answer["expected_musd"] < answer["expected_without_musd"]
    assert sum(one["cost_musd"] for one in answer["plan"]) == pytest.approx(
        answer["spent_musd"], abs=0.5
    )


def test_on_the_mean_no_single_policy_and_not_nothing_is_cheaper_than_the_plan(
    answer: dict[str, Any],
) -> None:
    chance = {one["future"]: one["probability"] for one in answer["futures"]}
    cost: dict[str, float] = {}
    for one in answer["regrets"]:
        weighed = chance[one["future"]] * one["cost_musd"]
        cost[one["portfolio"]] = cost.get(one["portfolio"], 0.0) + weighed
    assert min(cost.values()) == pytest.approx(cost["mix"], abs=1e-3)


def test_nobody_loses_in_the_calm(answer: dict[str, Any]) -> None:
    assert all(one["without_musd"] < 1e-6 for one in answer["course"] if one["future"] == "calm")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_it_reads_in_both_languages(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = [*map(str, WORDS), "--budget", "20", "--draws", "0", "--ways", "stockpile"]
    assert run(["respond", *words, "--lang", lang]) == 0
    assert {"en": "Japan:", "zh": "日本："}[lang] in capsys.readouterr().out
