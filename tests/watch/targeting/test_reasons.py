from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.watch.targeting import train
from monazite.watch.targeting.reasons import MOST, Reasons, top
from monazite.watch.targeting.settings import Settings
from support.watch_declarations import BAD_EXPORTERS, Columns, after, before, declarations

if TYPE_CHECKING:
    from monazite.watch.targeting.model import Model


def row(**changed: object) -> Columns:
    """One later declaration that nothing is odd about, but for what is said."""
    usual: dict[str, object] = {
        "Declaration ID": "D1", "Date": "2025-11-01", "Exporter": "E20", "HS Code": "284690",
        "Destination": "JP", "Office": "Ningbo", "Net Mass": 100, "Item Price": 12000,
    }  # fmt: skip
    return {name: [value] for name, value in (usual | changed).items()}


def why(model: Model, lang: str = "en", **changed: object) -> str:
    names = {name.replace("_", " "): value for name, value in changed.items()}
    return model.score(row(**names)).reasons(lang)[0]


def test_a_bad_record_is_a_reason(model: Model) -> None:
    told = why(model, Exporter=BAD_EXPORTERS[0])
    assert f"Exporter {BAD_EXPORTERS[0]}" in told
    assert "opened earlier held something (usually" in told
    assert f"Exporter {BAD_EXPORTERS[0]}" in (chinese := why(model, "zh", Exporter="E01"))
    assert "有问题" in chinese


def test_a_price_far_below_the_line_is_told_by_its_rule(model: Model) -> None:
    told = why(model, Item_Price=1500)
    assert told.startswith("rule: unit value far below the line")
    times = float(told.split("which is ")[1].split(" times")[0])
    assert times == pytest.approx(8.0, rel=0.15)


def test_goods_dear_for_what_they_are_declared_as_are_told_by_their_cover(model: Model) -> None:
    told = why(model, HS_Code="720299", Item_Price=30_000)
    assert "rule: dear for a ferro-alloy, a name under which Dy, Tb was found" in told
    assert "rule: dear" not in why(model, HS_Code="720299", Item_Price=300)
    assert "rule: dear" not in why(model, HS_Code="284690", Item_Price=1_200_000)


def test_a_licence_that_does_not_cover_is_told_by_its_rule() -> None:
    columns = declarations(1500, 4)
    rows = len(columns["Date"])
    columns |= {"Licence": ["L"] * rows, "Licence Balance": [1e6] * rows,
                "Licence Destination": list(columns["Destination"])}  # fmt: skip
    made = train(columns, "Outcome", "Date", settings=Settings(most_trees=25, folds=2))
    good = row() | {"Licence": ["L"], "Licence Balance": [500], "Licence Destination": ["JP"]}
    assert "licence" not in made.score(good).reasons()[0]
    wrong = good | {"Licence Balance": [50], "Licence Destination": ["DE"]}
    told = made.score(wrong).reasons()[0]
    assert "rule: more mass than the licence has left" in told
    assert "rule: the licence is for another destination" in told


def test_every_row_has_its_reasons_and_some_rows_have_the_same(
    model: Model, columns: Columns
) -> None:
    scores = model.score(after(columns, "2025-10-01"))
    told = scores.reasons()
    assert len(told) == len(scores.risks)
    assert all(told)
    some = np.array([7, 3, 500])
    assert Reasons(scores, "en").texts(some) == [told[n] for n in some]
    best = np.argsort(-scores.risks)[:20]
    assert all("nothing known" not in told[n] for n in best)
    assert max(text.count("; ") for text in told) <= MOST + 2


def test_less_than_usual_is_no_reason(model: Model, columns: Columns) -> None:
    usual = model.head().features.rate
    for text in model.score(before(columns, "2025-03-01")).reasons():
        for part in text.split("; "):
            if "opened earlier" in part:
                share = float(part.split(": ")[1].split("%")[0]) / 100
                assert share >= usual - 0.02, part


def test_of_groups_that_tell_the_same_the_one_that_adds_most_is_told() -> None:
    adds = np.array([[0.5, 0.9, 0.3, 0.0], [0.0, 0.0, 0.0, -1.0]], dtype=np.float32)
    related = np.eye(4, dtype=bool)
    related[0, 1] = related[1, 0] = True
    assert top(adds, related).tolist() == [[1, 2, -1], [-1, -1, -1]]


def test_a_value_with_braces_is_told_as_it_stands(model: Model) -> None:
    scores = model.score(row(Exporter="{x}"))
    features = list(scores.head.features.profiles)
    groups = [n for n, what in enumerate(scores.head.groups) if what == "Exporter"]
    assert [str(key) for key in features if str(key) == "Exporter"]
    scores.adds[0, groups[0]] = 9.0
    assert "Exporter {x}: not seen before" in scores.reasons()[0]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_is_not_known_is_said_in_words(model: Model, lang: str) -> None:
    scores = model.score(row(**{"Net Mass": 0}))
    scores.adds[:] = 0.0
    for n, what in enumerate(scores.head.groups):
        if what in ("unit value:same", "declared name"):
            scores.adds[0, n] = 9.0
            scores.rows[:] = 1.0
    told = scores.reasons(lang)[0]
    assert "nan" not in told
    assert ("unit value not known" if lang == "en" else "单位价值未知") in told
    assert ("none of the known covers" if lang == "en" else "不在已知掩护品名之列") in told


def test_what_was_seen_long_ago_is_not_called_new(model: Model) -> None:
    for exporter, said in (("E20", "seen too long before"), ("E99", "not seen before")):
        scores = model.score(row(Date="2060-01-01", Exporter=exporter))
        scores.adds[0, scores.head.groups.index("Exporter")] = 9.0
        assert f"Exporter {exporter}: {said}" in scores.reasons()[0]
