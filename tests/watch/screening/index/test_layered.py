from __future__ import annotations

import numpy as np
import pytest

from monazite.watch.screening.index.layered import layered
from support.watch_index import asked_of, index_of, plain

OLD = [f"{first} {last}" for first in ("karim", "anna", "ivan", "wei") for last in
       ("nasser", "lindqvist", "sidorov", "orient", "hariri")]  # fmt: skip
NEW = ["tomas lindqvist", "orient deep ocean", "karim hariri al masri"]


def test_it_finds_what_an_index_of_all_names_finds() -> None:
    both = layered(index_of(OLD), map(plain, NEW), range(len(NEW)))
    whole = index_of(OLD + NEW)
    asked = asked_of([*NEW, "karim naser", "lindqvist", "i sidorov", "orient"])
    for number in range(asked.names):
        parts, whole_of = (one.search(asked, 30).of(number) for one in (both, whole))
        scores = dict(zip(whole_of.name.tolist(), whole_of.score.tolist(), strict=True))
        assert set(parts.name) == set(scores)
        assert scores[int(parts.name[0])] == pytest.approx(max(scores.values()), abs=0.1)
        assert float(parts.score[0]) == pytest.approx(max(scores.values()), abs=0.15)


def test_names_that_are_gone_are_not_found_and_leave_room() -> None:
    gone = np.array(["nasser" in name for name in OLD])
    both = layered(index_of(OLD), map(plain, NEW), range(len(NEW)), gone)
    names = both.search(asked_of(["karim nasser"]), 3).name
    assert len(names) == 3
    assert not any(gone[name] for name in names if name < len(OLD))


def test_a_name_and_a_view_are_told_by_where_they_stand() -> None:
    both = layered(index_of(OLD), map(plain, NEW), range(len(NEW)))
    found = both.search(asked_of(["orient deep ocean"]), 1)
    index, name = both.place(int(found.name[0]))
    assert index is both.newer
    assert NEW[name] == "orient deep ocean"
    assert int(found.row[0]) - both.older.forms.rows == index.forms.first[name]
    assert both.place(3) == (both.older, 3)
