from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.errors import InputError
from monazite.watch.targeting import evaluate, train
from monazite.watch.targeting.settings import Settings
from support.watch_declarations import Columns, after, before, declarations, rows_of

if TYPE_CHECKING:
    from monazite.watch.targeting.model import Model

QUICK = Settings(most_trees=75, folds=2)


def test_what_is_risky_is_found_on_later_rows(model: Model, columns: Columns) -> None:
    found = evaluate(model, after(columns, "2025-10-01"), budgets=(0.05, 0.2))
    assert found.area.value > 0.8
    assert found.budgets[0].lift.low > 3
    assert found.worst < 0.12


def test_a_risk_depends_on_its_row_and_the_model_alone(model: Model, columns: Columns) -> None:
    later = after(columns, "2025-10-01")
    whole = model.score(later).risks
    some = np.random.default_rng(1).permutation(len(whole))[:300]
    np.testing.assert_array_equal(model.score(rows_of(later, some)).risks, whole[some])


def test_risks_of_a_week_do_not_change_when_later_rows_are_removed(columns: Columns) -> None:
    week = before(after(columns, "2025-08-01"), "2025-08-08")
    earlier = before(columns, "2025-08-01")
    full = train(columns, "Outcome", "Date", until=date(2025, 7, 31), settings=QUICK)
    cut = train(earlier, "Outcome", "Date", settings=QUICK)
    np.testing.assert_array_equal(full.score(week).risks, cut.score(week).risks)
    whole = cut.score(after(columns, "2025-08-01")).risks
    np.testing.assert_array_equal(whole[: len(week["Date"])], cut.score(week).risks)


def test_the_same_table_trains_the_same_model(model: Model, columns: Columns) -> None:
    again = train(before(columns, "2025-10-01"), "Outcome", "Date", settings=QUICK)
    later = after(columns, "2025-10-01")
    np.testing.assert_array_equal(model.score(later).risks, again.score(later).risks)
    assert model.card == again.card


@pytest.mark.slow
def test_shuffled_labels_teach_nothing(columns: Columns) -> None:
    chance = np.random.default_rng(5)
    areas = []
    for _ in range(4):
        shuffled = columns | {"Outcome": chance.permutation(np.array(columns["Outcome"])).tolist()}
        made = train(before(shuffled, "2025-08-01"), "Outcome", "Date", settings=QUICK)
        areas.append(evaluate(made, after(shuffled, "2025-08-01")).area.value)
    # 1,500 rows a time, a tenth found: the standard error of the mean is about .012.
    assert abs(np.mean(areas) - 0.5) < 0.035


def test_rows_that_nobody_opened_are_counted_and_not_judged(columns: Columns) -> None:
    chance = np.random.default_rng(6)
    early = before(columns, "2025-10-01")
    opened = chance.random(len(early["Date"])) < 0.5
    blank = early | {
        "Outcome": [y if o else "" for y, o in zip(early["Outcome"], opened, strict=True)]
    }
    made = train(blank, "Outcome", "Date", settings=QUICK)
    assert made.card["outcomes"]["any"]["looked"] == int(opened.sum())
    assert evaluate(made, after(columns, "2025-10-01")).area.value > 0.75


@pytest.mark.slow
def test_of_several_outcomes_each_has_a_risk_of_its_own() -> None:
    columns = declarations(4000, 13, kinds=2)
    # The second kind is found on one route alone.
    route = [
        a == "284690" and b == "MX"
        for a, b in zip(columns["HS Code"], columns["Destination"], strict=True)
    ]
    chance = np.random.default_rng(1)
    labels = ["smuggled" if r and chance.random() < 0.8 else "wrong" if y else "clean"
              for r, y in zip(route, columns["Outcome"], strict=True)]  # fmt: skip
    columns["Outcome"] = list(labels)
    made = train(before(columns, "2025-10-01"), "Outcome", "Date", settings=QUICK)
    assert list(made.heads) == ["any", "smuggled", "wrong"] or list(made.heads) == [
        "any",
        "wrong",
        "smuggled",
    ]
    later = after(columns, "2025-10-01")
    critical = evaluate(made, later, outcome="smuggled")
    assert critical.area.value > 0.95
    np.testing.assert_array_equal(made.score(later, "smuggled").risks, critical.scores.risks)
    with pytest.raises(InputError, match="one of any"):
        made.score(later, "arson")


def test_shapley_values_add_up_to_the_margin(model: Model, columns: Columns) -> None:
    later = after(columns, "2025-10-01")
    found = model.explain(later, 7)
    scores = model.score(later)
    margin = scores.head.booster.predict(scores.rows[7:8], raw_score=True)[0]
    assert sum(found.values()) == pytest.approx(margin)
    told = [value for name, value in found.items() if name != "expected"]
    assert told == sorted(told, reverse=True)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [17, 19])
def test_old_habits_fade_where_the_risky_ones_change(seed: int) -> None:
    columns = declarations(9000, seed, turned=225)
    early, later = before(columns, "2025-10-01"), after(columns, "2025-10-01")
    fading, lasting = (
        evaluate(train(early, "Outcome", "Date", settings=QUICK._replace(half_life=days)), later)
        for days in (40.0, 1e6)
    )
    assert fading.area.value > lasting.area.value + 0.02


def test_a_card_tells_what_the_model_was_made_of(model: Model, columns: Columns) -> None:
    card = model.card
    assert card["rows"] == len(before(columns, "2025-10-01")["Date"])
    assert card["first_day"] == "2025-01-01"
    assert card["cut_off"] == "2025-09-30"
    assert len(card["sha256"]) == 64
    assert card["label"] == "Outcome"
    assert {one["name"] for one in card["columns"]} == set(columns) - {"Outcome", "Date"}
    worth = card["outcomes"]["any"]
    assert worth["area"]["low"] < worth["area"]["value"] < worth["area"]["high"]
    assert card["caveats"][0] == "synthetic"


def test_days_too_near_each_other_teach_nothing() -> None:
    columns = declarations(400, 1, days=1)
    with pytest.raises(InputError) as caught:
        train(columns, "Outcome", "Date")
    assert caught.value.field == "time"
