from __future__ import annotations

import pytest

from monazite.watch.screening.comparing.cells import parts, views_of, why_of
from monazite.watch.screening.names.views import views
from monazite.watch.screening.party import Asked


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Wang Wubin / Wubin Trading", ("Wang Wubin", "Wubin Trading")),
        ("Jan Osterveld; Piet Osterveld", ("Jan Osterveld", "Piet Osterveld")),
        ("王武斌；李方", ("王武斌", "李方")),
        ("Zellmark Ltd a.k.a. Zellmark Magnetics", ("Zellmark Ltd", "Zellmark Magnetics")),
        ("Wubin I/E Co", ()),
        ("OSTERVELD, Jan Pieter", ()),
        ("Jan Osterveld; ", ()),
        ("Osterveld", ()),
    ],
)
def test_a_cell_with_several_names_is_taken_apart(cell: str, names: tuple[str, ...]) -> None:
    assert parts(cell) == names
    assert set(views_of(cell, "person")) == {
        one for name in (cell, *names) for one in views(name, "person")
    }


@pytest.mark.parametrize(
    ("names", "why"),
    [
        (("N/A",), ("placeholder",)),
        (("无",), ("placeholder",)),
        (("", "unknown"), ("empty", "placeholder")),
        (("N/A", "Jan Osterveld"), ()),
        (("Jan Osterveld / Wang Wubin",), ("two_names",)),
        ((), ("empty",)),
    ],
)
def test_codes_that_stop_are_told_only_where_all_names_stop(
    names: tuple[str, ...], why: tuple[str, ...]
) -> None:
    assert why_of(Asked(names)) == why
