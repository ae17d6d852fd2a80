from __future__ import annotations

import numpy as np
import pytest

from monazite.errors import InputError
from monazite.watch.targeting.table.outcomes import known, outcomes
from monazite.watch.targeting.table.reading import read


def test_an_empty_label_is_a_row_that_nobody_opened() -> None:
    found = outcomes(read({"y": [1] * 20 + [0] * 20 + [None]}), "y")
    assert found.clean == "0"
    assert list(found.found) == ["any"]
    assert np.isnan(found.found["any"][-1])
    assert np.nansum(found.found["any"]) == 20


@pytest.mark.parametrize("clean", ["0", "0.0", "no", "Clean", "否", "正常", "FALSE"])
def test_the_label_of_what_was_in_order_is_known(clean: str) -> None:
    found = outcomes(read({"y": ["seized"] * 20 + [clean] * 30}), "y")
    assert found.found["any"].tolist() == [1.0] * 20 + [0.0] * 30


def test_each_class_that_is_found_often_enough_has_a_head() -> None:
    labels = ["clean"] * 50 + ["wrong code"] * 30 + ["no licence"] * 25 + ["arms"] * 3
    found = outcomes(read({"y": labels}), "y")
    assert list(found.found) == ["any", "wrong code", "no licence"]
    assert {name: int(one.sum()) for name, one in found.found.items()} == {
        "any": 58, "wrong code": 30, "no licence": 25,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        ([0] * 50, "one class"),
        ([None] * 50, "one class"),
        ([1] * 10 + [0] * 50, "at least 20"),
        (list(range(50)), "at most 20"),
        (["a"] * 30 + ["b"] * 30, "--clean"),
    ],
)
def test_labels_that_teach_nothing_are_refused(labels: list[object], told: str) -> None:
    with pytest.raises(InputError, match=told):
        outcomes(read({"y": labels}), "y")


def test_the_user_says_which_label_is_clean() -> None:
    found = outcomes(read({"y": ["a"] * 30 + ["b"] * 30}), "y", "b")
    assert found.found["any"].tolist() == [1.0] * 30 + [0.0] * 30
    with pytest.raises(InputError) as caught:
        outcomes(read({"y": ["a"] * 30 + ["b"] * 30}), "y", "c")
    assert caught.value.field == "clean"


def test_later_labels_are_read_as_the_model_means_them() -> None:
    table = read({"y": ["0.0", "1", "2", None]})
    classes = ("0", "1", "2")
    np.testing.assert_equal(known(table, "y", "0", classes, "any"), [0.0, 1.0, 1.0, np.nan])
    np.testing.assert_equal(known(table, "y", "0", classes, "2"), [0.0, 0.0, 1.0, np.nan])
    with pytest.raises(InputError, match="learned from"):
        known(read({"y": ["3"]}), "y", "0", classes, "any")
