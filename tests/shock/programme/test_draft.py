"""A draft: blocks behind each other, entries in whole arrays."""

from __future__ import annotations

import numpy as np
import pytest

from monazite.shock.programme.draft import Draft


def test_blocks_stand_behind_each_other() -> None:
    """Indices run on; a block of no members takes no place."""
    draft = Draft()
    first = draft.columns("first", (2, 3), upper=np.arange(3.0))
    none = draft.columns("none", (0, 4))
    last = draft.columns("last", (2,), lower=-1.0, cost=[1.0, 2.0], whole=[True, False])
    row = draft.rows("row", (), upper=1.0)
    programme = draft.programme()
    assert first.tolist() == [[0, 1, 2], [3, 4, 5]]
    assert none.shape == (0, 4)
    assert last.tolist() == [6, 7]
    assert row.tolist() == 0
    assert programme.upper.tolist() == [0, 1, 2, 0, 1, 2, np.inf, np.inf]
    assert programme.lower.tolist() == [0] * 6 + [-1, -1]
    assert programme.cost.tolist() == [0] * 6 + [1, 2]
    assert programme.whole.tolist() == [False] * 6 + [True, False]
    assert programme.column_blocks["last"].of(programme.cost).tolist() == [1, 2]


def test_entries_spread_and_add_up() -> None:
    """Rows and columns spread together; what comes twice at one place is summed."""
    draft = Draft()
    x = draft.columns("x", (2, 2))
    row = draft.rows("row", (2,))
    draft.add(row[:, None], x, 1.0)
    draft.add(row, x[:, 0], [10.0, 20.0])
    matrix = draft.programme().matrix
    assert matrix.toarray().tolist() == [[11, 1, 0, 0], [0, 0, 21, 1]]
    assert matrix.nnz == 4


def test_costs_add_up() -> None:
    """A column that comes twice costs both."""
    draft = Draft()
    x = draft.columns("x", (3,), cost=1.0)
    draft.cost(x[[0, 0, 2]], 5.0)
    draft.cost(x[2], 7.0)
    assert draft.programme().cost.tolist() == [11, 1, 13]


def test_a_draft_of_nothing_is_a_programme() -> None:
    """No columns, no rows."""
    programme = Draft().programme()
    assert programme.matrix.shape == (0, 0)
    assert programme.cost.tolist() == []


def test_a_name_stands_once() -> None:
    """Columns and rows may share one, columns among themselves may not."""
    draft = Draft()
    draft.columns("x", (1,))
    draft.rows("x", (1,))
    with pytest.raises(ValueError, match="'x'"):
        draft.columns("x", (1,))
