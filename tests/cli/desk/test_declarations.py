"""`monazite desk declarations`: what a risk model learns from, and what it then says at the gate."""

from __future__ import annotations

import csv
import json
import random
import stat
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.test import override_settings

from monazite.cli.main import run
from monazite.desk.gate import services
from monazite.desk.gate.models import Declaration, Score
from monazite.desk.gate.risk.table import COLUMNS
from monazite.desk.running import worker
from monazite.desk.running.home import make
from support.at_gate import Gate, gate
from support.declared_past import RISKY, lodged, past

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytest_django import Settings

pytestmark = pytest.mark.django_db


@pytest.fixture
def g(db: None, settings: Settings, tmp_path: Path) -> Gate:  # noqa: ARG001
    settings.PAPERS_ROOT = tmp_path / "papers"
    make(settings.HOME)
    return gate()


@pytest.fixture
def written(told: Callable[..., tuple[int, str]]) -> Callable[..., list[dict[str, str]]]:
    """The rows that the command writes to a file."""

    def rows(out: Path, *words: str) -> list[dict[str, str]]:
        assert told("declarations", out, *words, "--home", settings.HOME)[0] == 0
        with out.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return rows


def looked_at(g: Gate) -> Declaration:
    row = services.lodge(g.declarant, g.document(), "page")
    services.hold(g.officer, row.pk, "Odd.", "page", seen=None)
    return services.clear(g.officer, row.pk, "As declared.", "page", seen=None)


def test_every_item_is_a_row_with_how_it_ended(
    g: Gate, written: Callable[..., list[dict[str, str]]], tmp_path: Path
) -> None:
    clean, unknown = looked_at(g), services.lodge(g.declarant, g.document(), "page")
    rows = written(tmp_path / "table.csv")
    assert list(rows[0]) == [*COLUMNS, "outcome"]
    assert {row["declaration"]: row["outcome"] for row in rows} == {
        clean.number: "clean",
        unknown.number: "",
    }
    assert stat.S_IMODE((tmp_path / "table.csv").stat().st_mode) == 0o600


def test_only_what_was_looked_at_and_only_from_a_day_on(
    g: Gate, written: Callable[..., list[dict[str, str]]], tmp_path: Path
) -> None:
    clean, _ = looked_at(g), services.lodge(g.declarant, g.document(), "page")
    (row,) = written(tmp_path / "looked.csv", "--looked")
    assert row["declaration"] == clean.number
    today, tomorrow = clean.day.isoformat(), (clean.day + timedelta(1)).isoformat()
    assert len(written(tmp_path / "today.csv", "--since", today)) == 2
    assert written(tmp_path / "tomorrow.csv", "--since", tomorrow) == []


def test_it_says_what_it_wrote_and_what_to_do_next(
    g: Gate, told: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    looked_at(g)
    out = tmp_path / "table.csv"
    text = told("declarations", out, "--home", settings.HOME)[1]
    assert "clean  1" in text
    assert f"watch train {out} --label outcome --time date" in text
    document = told("declarations", tmp_path / "b.csv", "--home", settings.HOME, "--json")[1]
    assert json.loads(document) == {
        "path": str(tmp_path / "b.csv"), "rows": 1, "outcomes": {"clean": 1},
    }  # fmt: skip


@pytest.mark.usefixtures("g")
def test_a_file_that_is_there_is_not_written_over(
    refused: Callable[..., dict[str, str]], tmp_path: Path
) -> None:
    out = tmp_path / "table.csv"
    out.write_text("mine", encoding="utf-8")
    error = refused("declarations", out, "--home", settings.HOME)
    assert (error["field"], out.read_text(encoding="utf-8")) == ("out", "mine")
    error = refused("declarations", tmp_path / "no" / "table.csv", "--home", settings.HOME)
    assert error["field"] == "out"
    error = refused("declarations", tmp_path / "b.csv", "--since", "soon", "--home", settings.HOME)
    assert error["field"] == "since"
    assert [path.name for path in tmp_path.iterdir() if path.suffix in {".csv", ".part"}] == [
        "table.csv"
    ]


@pytest.mark.slow
def test_a_model_learns_from_it_and_the_worker_scores_by_it(
    g: Gate, told: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    past(g, 240)
    out, model = tmp_path / "table.csv", tmp_path / "model"
    assert told("declarations", out, "--home", settings.HOME)[0] == 0
    words = ("--label", "outcome", "--time", "date", "--model", str(model))
    assert run(["watch", "train", str(out), *words]) == 0
    chance = random.Random(1)
    risky, usual = lodged(g, RISKY, chance), lodged(g, "Kobe Example Drives", chance)
    (job,) = (each for each in worker.JOBS if each.name == "score")
    with override_settings(MODEL_ROOT=model):
        assert job.run() == "242 declarations scored"
        assert job.run() is None
    states = {row.pk: row for row in Declaration.objects.filter(pk__in=[risky.pk, usual.pk])}
    assert (states[risky.pk].state, states[usual.pk].state) == ("held", "cleared")
    score = Score.objects.get(declaration=risky)
    assert (score.held, score.risk) == (True, states[risky.pk].risk)
    assert score.model == (model / "current").read_text(encoding="utf-8").strip()
    reasons = score.by_item["1"]["reasons"]
    assert "consignee nagoya example parts: 8" in reasons["en"]
    assert "境外收货人 nagoya example parts" in reasons["zh"]
