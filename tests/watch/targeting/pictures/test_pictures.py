from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.charts.files import chart_file
from monazite.watch.targeting import evaluate
from monazite.watch.targeting.pictures.behind import caveats
from monazite.watch.targeting.pictures.calibration import calibration
from monazite.watch.targeting.pictures.moves import moves
from monazite.watch.targeting.pictures.names import named
from monazite.watch.targeting.pictures.precision import precision
from support.watch_declarations import Columns, after

if TYPE_CHECKING:
    from monazite.watch.targeting.evaluation import Evaluation
    from monazite.watch.targeting.model import Model


@pytest.fixture(scope="module")
def found(model: Model, columns: Columns) -> Evaluation:
    return evaluate(model, after(columns, "2025-10-01"), budgets=(0.05, 0.1))


@pytest.mark.parametrize("draw", [precision, calibration, moves])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_picture_carries_its_table_and_the_caveat(
    draw: type, lang: str, found: Evaluation
) -> None:
    chart, behind = draw(found, lang)
    caveat = caveats(lang)[0]
    assert caveat in behind.text
    assert len(behind.columns) == len(behind.rows[0])
    drawn = chart_file(chart, ".svg", lang, behind).decode()
    assert caveat[:12] in drawn.replace("\u2019", "'")


def test_the_curve_of_precision_is_what_was_counted(found: Evaluation) -> None:
    chart, behind = precision(found, "en")
    first = found.budgets[0]
    assert behind.rows[0][0] == "5 %"
    assert behind.rows[0][3] == f"{first.precision.value:.1%}"
    points = [row for rows in chart.to_dict()["datasets"].values() for row in rows if "tip" in row]
    at_five = next(row for row in points if row["x"] == 0.05)
    assert at_five["middle"] == first.precision.value
    assert at_five["low"] == first.precision.low


def test_the_tenths_are_drawn_along_the_diagonal(found: Evaluation) -> None:
    chart, behind = calibration(found, "en")
    assert len(behind.rows) == 10
    lines = [row for rows in chart.to_dict()["datasets"].values() for row in rows]
    assert {(row["x"], row["middle"]) for row in lines if "tip" not in row} == {(0, 0), (1, 1)}


def test_what_moves_the_risk_is_named_for_people(found: Evaluation) -> None:
    _, behind = moves(found, "zh")
    names = [row[0] for row in behind.rows]
    assert "单位价值" in names
    assert "HS Code（前2位）" in names
    features = found.scores.head.features
    assert named("HS Code × Item Price:size", features, "en") == "HS Code × Item Price (size)"
    assert named("no_licence", features, "en") == "whether a licence is named"
    assert named("Net Mass", features, "en") == "Net Mass"
    sizes = [float(row[1]) for row in behind.rows]
    assert sizes == sorted(sizes, reverse=True)
